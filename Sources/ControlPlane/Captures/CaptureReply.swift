import CDP
import Credentials
import JSON

/// What the browser answered to a `Page.captureScreenshot`, `Page.printToPDF` or `IO.read`.
struct CaptureReply {
    /// The base64 text of `result.data`, where it stands in the message.
    private let text: ArraySlice<UInt8>
    /// The browser made nothing.
    let isRefused: Bool
    let sessionID: String?
    /// The name of a stream that has the bytes (`Page.printToPDF` with `transferMode: ReturnAsStream`).
    let stream: String?
    /// Whether a stream ends with these bytes.
    let isEnd: Bool
    private let isBase64: Bool

    /// Nil for what is no reply.
    init?(_ bytes: [UInt8]) {
        guard case .success(let message) = Result(catching: { () throws(CDPError) in try CDPMessage(bytes) }) else {
            return nil
        }
        sessionID = message.sessionID
        isRefused = message.isRefusal
        text = Self.data(in: bytes)
        let rest = Self.withoutData(bytes, text)
        stream = rest["stream"]?.stringValue
        isEnd = rest["eof"]?.boolValue ?? false
        isBase64 = rest["base64Encoded"]?.boolValue ?? true
    }

    /// The bytes that the text stands for; nil when it is damaged.
    var data: [UInt8]? { isBase64 ? Base64.decode(text) : nil }

    private static let mark = Array(#""data":""#.utf8)

    /// Where the value of `data` stands: base64 has no quotation mark and no escape, so megabytes of it need no parser.
    private static func data(in bytes: [UInt8]) -> ArraySlice<UInt8> {
        // `{"id":7,"result":{"data":"`: the member comes first or behind `base64Encoded`.
        guard let mark = bytes.prefix(200).firstRange(of: mark),
            let end = bytes[mark.upperBound...].firstIndex(of: 0x22)
        else { return [] }
        return bytes[mark.upperBound..<end]
    }

    private static func withoutData(_ bytes: [UInt8], _ text: ArraySlice<UInt8>) -> JSON {
        let short = text.isEmpty ? bytes : Array(bytes[..<text.startIndex] + bytes[text.endIndex...])
        guard case .success(let message) = Result(catching: { () throws(CDPError) in try CDPMessage(short) }) else {
            return .null
        }
        return message.result ?? .null
    }
}
