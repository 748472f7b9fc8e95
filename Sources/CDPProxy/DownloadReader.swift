import NIOCore

/// Finds, in what a browser says to a client, the downloads that begin and those that end well, before the client hears of them.
///
/// CDP `downloadWillBegin` and `downloadProgress`, of `Browser` and of `Page`.
struct DownloadReader {
    private static let begin = EventFinder(#".downloadWillBegin","params":{"frameId":""#)
    private static let progress = EventFinder(#".downloadProgress","params":{"guid":""#)

    private let client: Int
    private let tap: any CommandTap
    private var begin = Self.begin
    private var progress = Self.progress
    /// Ends are looked for only then.
    private var hasBegun = false

    init(client: Int, tap: any CommandTap) {
        self.client = client
        self.tap = tap
    }

    mutating func read(_ buffer: ByteBuffer) {
        var begun: [String] = []
        begin.read(buffer) { text in
            guard text.id() != nil, text.skip(#"","guid":""#), let guid = text.id() else { return }
            begun.append(guid)
        }
        for guid in begun { tap.downloadBegins(client, guid: guid) }
        hasBegun = hasBegun || !begun.isEmpty
        if hasBegun { readProgress(buffer) }
    }

    private mutating func readProgress(_ buffer: ByteBuffer) {
        progress.read(buffer) { [client, tap] text in
            guard let guid = text.id(), text.isOfWholeDownload() else { return }
            tap.downloadEnds(client, guid: guid)
        }
    }
}

extension EventText {
    /// Reads on behind the id of a download: two numbers and its state.
    fileprivate mutating func isOfWholeDownload() -> Bool {
        guard skip(#"","totalBytes":"#) else { return false }
        skipNumber()
        guard skip(#","receivedBytes":"#) else { return false }
        skipNumber()
        return skip(#","state":"completed""#)
    }
}
