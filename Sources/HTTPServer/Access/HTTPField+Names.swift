import HTTPTypes

extension HTTPField.Name {
    static let requestID = Self.written("x-request-id")
    static let subaccount = Self.written("BCTRL-Subaccount-Id")
    static let idempotencyKey = Self.written("Idempotency-Key")
    static let prefer = Self.written("Prefer")
    static let lastEventID = Self.written("Last-Event-ID")
    static let contentTypeOptions = Self.written("X-Content-Type-Options")
    static let referrerPolicy = Self.written("Referrer-Policy")
    static let accelBuffering = Self.written("X-Accel-Buffering")

    /// Seconds since the run's start at which the browser showed a frame.
    static let frameTime = Self.written("X-Frame-Time")
    static let frameTimestamp = Self.written("X-Frame-Timestamp")
    static let frameNumber = Self.written("X-Frame-Number")
    static let framePage = Self.written("X-Frame-Page")
    /// `start` or `end`, when the moment asked for lies outside the recording.
    static let frameClamped = Self.written("X-Frame-Clamped")
    /// How many newer frames are damaged and were passed over.
    static let frameDamaged = Self.written("X-Frame-Damaged")

    /// A name that is written here, not one that came from outside.
    private static func written(_ text: String) -> Self {
        guard let name = Self(text) else { preconditionFailure("`\(text)` is no field name") }
        return name
    }
}
