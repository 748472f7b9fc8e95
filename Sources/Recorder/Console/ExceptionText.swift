import JSON

/// Message and stack of CDP `Runtime.ExceptionDetails`.
struct ExceptionText {
    let message: String
    let stack: String?
    let isRejection: Bool
    let isTruncated: Bool

    init(_ details: JSON, limits: TextLimits) {
        let text = details["text"]?.stringValue ?? "Uncaught"
        isRejection = text.utf8.starts(with: "Uncaught (in promise)".utf8)
        let exception = details["exception"]
        let whole = exception.map { RemoteValue.text($0) } ?? text
        let frames = whole.utf8.firstRange(of: "\n    at ".utf8)
        let message = TextLimits.cut(
            frames.map { String(whole[..<$0.lowerBound]) } ?? whole,
            bytes: limits.text
        )
        let stack = frames == nil ? StackText.text(details["stackTrace"], limit: limits.text) : whole
        let cut = stack.map { TextLimits.cut($0, bytes: limits.text) }
        self.message = message.text
        self.stack = cut?.text
        isTruncated = message.isTruncated || cut?.isTruncated ?? false
    }
}
