import JSON

/// What agents' own commands tell.
extension TrafficReader {
    /// Commands that change what we rely on.
    static let watchedCommands: Set<String> = [
        "Browser.setDownloadBehavior", "Page.setDownloadBehavior", "Browser.cancelDownload", "Target.activateTarget",
        "Page.bringToFront",
    ]

    mutating func read(_ command: AgentCommand, into actions: inout [Action]) {
        switch command.method {
        case "Browser.setDownloadBehavior", "Page.setDownloadBehavior": downloadsSet(by: command, into: &actions)
        case "Browser.cancelDownload": command.params?["guid"]?.stringValue.map { downloads.cancel($0) }
        case "Target.activateTarget": command.params?["targetId"]?.stringValue.map { targets.bringToFront($0) }
        case "Page.bringToFront": command.page.map { targets.bringToFront($0) }
        default: break
        }
    }

    private mutating func downloadsSet(by command: AgentCommand, into actions: inout [Action]) {
        guard let params = command.params else { return }
        let folder = params["downloadPath"]?.stringValue
        guard folder != downloadFolder else { return }
        let context = downloadContext(of: command, params)
        let behavior = params["behavior"]?.stringValue
        if behavior == "deny" { downloads.denied.insert(context) } else { downloads.denied.remove(context) }
        downloads.folders[context] =
            behavior == "allow" ? folder.map { .init(client: command.clientID, path: $0) } : nil
        setDownloads(in: context, into: &actions)
    }

    /// The browser context that a command about downloads holds for: "" for the default one.
    private func downloadContext(of command: AgentCommand, _ params: JSON) -> String {
        let isOfPage = command.method.hasPrefix("Page.")
        let named = isOfPage ? targets.context(ofPage: command.page) : params["browserContextId"]?.stringValue
        return downloadContext(named)
    }

    func downloadContext(_ context: String?) -> String { context == targets.defaultContext ? "" : context ?? "" }

    /// A client is gone: what it said about downloads holds no longer.
    mutating func forgetFolders(of client: Int) {
        downloads.folders = downloads.folders.filter { $0.value.client != client }
    }
}
