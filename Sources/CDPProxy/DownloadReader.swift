import NIOCore

/// Finds, in what a browser says to a client, the downloads that begin (CDP `Browser.downloadWillBegin`), before the client hears of them.
struct DownloadReader {
    private static let finder = EventFinder(#""method":"Browser.downloadWillBegin","params":{"frameId":""#)

    private let client: Int
    private let tap: any CommandTap
    private var finder = Self.finder

    init(client: Int, tap: any CommandTap) {
        self.client = client
        self.tap = tap
    }

    mutating func read(_ buffer: ByteBuffer) {
        finder.read(buffer) { [client, tap] text in
            guard text.id() != nil, text.skip(#"","guid":""#), let guid = text.id() else { return }
            tap.downloadBegins(client, guid: guid)
        }
    }
}
