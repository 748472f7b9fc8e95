import CDP
import JSON
import Model

/// A picture as it came (CDP `Page.screencastFrame`).
struct CastFrame: Sendable {
    static let method = "Page.screencastFrame"

    /// What an acknowledgement must carry; not a CDP session.
    let acknowledgement: Int64
    let time: Timestamp
    let width: Int
    let height: Int
    let geometry: FrameGeometry
    let jpeg: [UInt8]

    /// Nil for what cannot be read.
    init?(_ message: CDPMessage, at now: Timestamp) {
        guard let data = message.paramBytes("data"), data.count > 2,
            let jpeg = Base64.decode(data.dropFirst().dropLast()), let size = JPEGSize.of(jpeg),
            let metadata = message.paramBytes("metadata"),
            case .success(let facts) = Result(catching: { () throws(JSONParseError) in try JSON.parse(metadata) })
        else { return nil }
        acknowledgement = Self.acknowledgement(of: message) ?? 0
        time = BrowserClock.moment(seconds: facts["timestamp"]?.doubleValue ?? 0, or: now)
        (width, height) = size
        geometry = FrameGeometry(facts)
        self.jpeg = jpeg
    }

    static func acknowledgement(of message: CDPMessage) -> Int64? {
        message.paramBytes("sessionId").flatMap { Int64(String(decoding: $0, as: UTF8.self)) }
    }
}

extension FrameGeometry {
    fileprivate init(_ facts: JSON) {
        self.init(
            deviceWidth: Int(clamped: facts["deviceWidth"]?.doubleValue),
            deviceHeight: Int(clamped: facts["deviceHeight"]?.doubleValue),
            pageScaleFactor: facts["pageScaleFactor"]?.doubleValue ?? 1,
            offsetTop: facts["offsetTop"]?.doubleValue ?? 0,
            scrollOffsetX: facts["scrollOffsetX"]?.doubleValue ?? 0,
            scrollOffsetY: facts["scrollOffsetY"]?.doubleValue ?? 0
        )
    }
}

extension Int {
    /// A side in pixels: 0 for none, at most 65,535.
    fileprivate init(clamped value: Double?) {
        guard let value, value > 0 else { self = 0; return }
        self = Int(Swift.min(value, 65_535))
    }
}
