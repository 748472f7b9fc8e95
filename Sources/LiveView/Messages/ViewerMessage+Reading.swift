import JSON

/// Why a message was not obeyed: for the viewer to read.
public struct Refusal: Error, Sendable, Equatable {
    public enum Code: String, Sendable {
        case watchOnly = "watch_only"
        case controlHeld = "control_held"
        case controlStale = "control_stale"
        case invalid
        case unknownType = "unknown_type"
        case notFound = "not_found"
        case failed
    }

    public let code: Code
    public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

/// A message that no viewer may send: the line is closed.
public struct BrokenMessage: Error {}

extension ViewerMessage {
    /// The name of a message's type, and what it says.
    /// - Throws: ``BrokenMessage`` when it is no JSON object with a `type`.
    public static func read(_ text: String) throws(BrokenMessage) -> (type: String, message: Result<Self, Refusal>) {
        guard let fields = try? JSON.parse(text), fields.objectValue != nil, let type = fields["type"]?.stringValue
        else {
            throw BrokenMessage()
        }
        let reader = MessageReader(fields)
        return (String(type.prefix(40)), Result { () throws(Refusal) in try Self(type, reader) })
    }

    private init(_ type: String, _ fields: MessageReader) throws(Refusal) {
        switch type {
        case "ack": self = .acknowledge(Int64(try fields.integer("number", in: 0...(1 << 53))))
        case "watch": self = .watch(try fields.optionalText("pageId", most: 128))
        case "ping": self = .ping(fields.json["time"] ?? .null)
        case "take": self = .take
        case "release": self = .release
        case "done": self = .done
        default:
            let epoch = try fields.optionalInteger("epoch", in: 0...(1 << 53))
            self = .input(try ViewerInput(type, fields), epoch: epoch)
        }
    }
}

extension ViewerInput {
    init(_ type: String, _ fields: MessageReader) throws(Refusal) {
        switch type {
        case "mouse": self = .mouse(try MouseInput(fields))
        case "wheel": self = .wheel(try WheelInput(fields))
        case "touch": self = .touch(try TouchInput(fields))
        case "key": self = .key(try KeyInput(fields))
        case "text": self = .text(try fields.text("text", most: 65_536))
        case "compose":
            let text = try fields.text("text", most: 4096)
            let length = text.utf16.count
            self = .compose(
                text: text,
                start: try fields.optionalInteger("selectionStart", in: 0...length) ?? length,
                end: try fields.optionalInteger("selectionEnd", in: 0...length) ?? length
            )
        case "commit": self = .commit(try fields.text("text", most: 4096))
        case "paste":
            let text = try fields.text("text", most: 65_536)
            self = .paste(text, hasMore: try fields.optionalBool("more") ?? false)
        case "copy": self = .copy(cut: try fields.optionalBool("cut") ?? false)
        default: try self.init(browser: type, fields)
        }
    }

    private init(browser type: String, _ fields: MessageReader) throws(Refusal) {
        switch type {
        case "navigate":
            self = .navigate(try Navigation(fields), page: try fields.optionalText("pageId", most: 128))
        case "tab": self = .tab(try TabInput(fields))
        case "dialog":
            self = .dialog(
                id: try fields.integer("id", in: 0...(1 << 53)),
                accept: try fields.bool("accept"),
                text: try fields.optionalText("text", most: 16_384)
            )
        case "select":
            let isCancelled = try fields.optionalBool("cancel") ?? false
            self = .select(
                id: try fields.integer("id", in: 0...(1 << 53)),
                indexes: try isCancelled ? nil : fields.integers("indexes", in: 0...100_000)
            )
        case "files":
            let isCancelled = try fields.optionalBool("cancel") ?? false
            self = .files(
                id: try fields.integer("id", in: 0...(1 << 53)),
                uploads: try isCancelled ? nil : fields.texts("uploadIds", most: 128)
            )
        case "drop":
            let uploads = try fields.texts("uploadIds", most: 128)
            guard !uploads.isEmpty else { throw Refusal(.invalid, "`uploadIds` must name at least one upload.") }
            self = .drop(try PicturePoint(fields), modifiers: try fields.modifiers, uploads: uploads)
        default: throw Refusal(.unknownType, "There is no message of the type \(type.prefix(40)).")
        }
    }
}

extension ViewerInput.Navigation {
    init(_ fields: MessageReader) throws(Refusal) {
        switch try fields.text("action", most: 20) {
        case "back": self = .back
        case "forward": self = .forward
        case "reload": self = .reload
        case "stop": self = .stop
        case "to": self = .to(url: try fields.text("url", most: 16_384))
        default: throw Refusal(.invalid, "`action` must be back, forward, reload, stop or to.")
        }
    }
}

extension ViewerInput.TabInput {
    init(_ fields: MessageReader) throws(Refusal) {
        switch try fields.text("action", most: 20) {
        case "open": self = .open(url: try fields.optionalText("url", most: 16_384))
        case "close": self = .close(page: try fields.text("pageId", most: 128))
        case "activate": self = .activate(page: try fields.text("pageId", most: 128))
        default: throw Refusal(.invalid, "`action` must be open, close or activate.")
        }
    }
}
