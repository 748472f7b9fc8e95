/// Puts together a pasted text that comes in several messages. A pure state machine.
struct PasteBuffer: Sendable {
    /// Bytes of UTF-8 in one paste.
    static let sizeLimit = 1024 * 1024

    enum Step: Sendable, Equatable {
        case waiting
        case whole(String)
        /// Told once, with the last message of the paste.
        case tooLong
    }

    private var text = ""
    private var isTooLong = false

    mutating func add(_ part: String, hasMore: Bool) -> Step {
        isTooLong = isTooLong || text.utf8.count + part.utf8.count > Self.sizeLimit
        if isTooLong { text = "" } else { text += part }
        guard !hasMore else { return .waiting }
        defer { self = PasteBuffer() }
        return isTooLong ? .tooLong : .whole(text)
    }
}
