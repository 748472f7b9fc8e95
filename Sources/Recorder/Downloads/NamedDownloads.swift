import Synchronization

/// A download that a client looks for in its own folder, under the name that the browser gives it.
struct NamedDownload: Sendable, Equatable {
    let guid: String
    let folder: String
    let name: String
}

/// The downloads under way that have a place in a client's folder.
final class NamedDownloads: Sendable {
    private let downloads = Mutex<[String: NamedDownload]>([:])

    func expect(_ download: NamedDownload) { downloads.withLock { $0[download.guid] = download } }

    func forget(_ guid: String) { downloads.withLock { $0[guid] = nil } }

    /// The download has ended well. On return it has its name in the client's folder, whoever called first.
    func give(_ guid: String, from folder: String) {
        downloads.withLock { downloads in
            guard let download = downloads.removeValue(forKey: guid) else { return }
            DownloadLink.give(download, from: folder)
        }
    }
}
