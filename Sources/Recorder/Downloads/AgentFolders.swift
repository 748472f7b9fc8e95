import JSON
import Synchronization

/// Where agents' clients look for downloads under their ids (CDP `Browser.setDownloadBehavior` with `allowAndName`).
final class AgentFolders: Sendable {
    private let folders = Mutex<[Int: Set<String>]>([:])
    /// Folders that are remembered of one client.
    private static let most = 100

    func note(_ command: AgentCommand) {
        guard command.method == "Browser.setDownloadBehavior",
            let params = command.params, params["behavior"]?.stringValue == "allowAndName",
            let folder = params["downloadPath"]?.stringValue
        else { return }
        folders.withLock { folders in
            guard folders[command.clientID, default: []].count < Self.most else { return }
            folders[command.clientID, default: []].insert(folder)
        }
    }

    func of(_ client: Int) -> Set<String> { folders.withLock { $0[client] ?? [] } }

    func forget(_ client: Int) { folders.withLock { $0[client] = nil } }
}
