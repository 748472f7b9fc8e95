public import Model

/// Keeps what the browser has downloaded.
public protocol DownloadKeeper: Sendable {
    /// Keeps a finished download as a file of the run. May take as long as its bytes take to be read and written.
    func keep(_ download: FinishedDownload, of run: Run) async -> KeptDownload

    /// The event that tells of a kept file is committed.
    func link(_ file: FileID, to event: EventID) async
}

/// A download that has ended well in the browser.
public struct FinishedDownload: Sendable, Equatable {
    /// Where the browser says the bytes are. Not to be trusted: the browser may be in foreign hands.
    public let path: String
    /// As the site suggested it; may hold anything.
    public let suggestedName: String
    /// The event to be written once the bytes are kept or lost.
    let event: EventDraft
}

public enum KeptDownload: Sendable, Equatable {
    case kept(FileID, sizeInBytes: Int64)
    /// - Parameter code: of the contract's errors: why the bytes are not kept.
    case lost(code: String)
}
