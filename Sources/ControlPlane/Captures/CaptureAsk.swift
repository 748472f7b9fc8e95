import CDPProxy
import Model

/// A picture or print that an agent has asked for.
struct CaptureAsk: Sendable {
    enum Kind: String, Sendable {
        case screenshot
        case pdf

        /// CDP `Page.captureScreenshot`, `Page.printToPDF`.
        init?(method: String) {
            switch method {
            case "Page.captureScreenshot": self = .screenshot
            case "Page.printToPDF": self = .pdf
            default: return nil
            }
        }
    }

    let kind: Kind
    let client: Int
    /// Names the ask within the run.
    let key: String
    let sessionID: String?
    /// The target that the command went to; nil when it is not known.
    let page: String?

    init?(_ command: ClientCommand, page: String?) {
        guard let kind = Kind(method: command.method), let key = Self.key(command) else { return nil }
        self.kind = kind
        client = command.clientID
        self.key = key
        sessionID = command.sessionID
        self.page = page
    }

    /// Nil for a command whose reply nobody could tell.
    static func key(_ command: ClientCommand) -> String? {
        guard let id = command.id, Kind(method: command.method) != nil else { return nil }
        return "\(command.clientID):\(command.sessionID ?? ""):\(id)"
    }
}
