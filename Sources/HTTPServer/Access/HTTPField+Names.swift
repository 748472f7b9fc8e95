import HTTPTypes

extension HTTPField.Name {
    static let requestID = Self.written("x-request-id")
    static let subaccount = Self.written("BCTRL-Subaccount-Id")
    static let idempotencyKey = Self.written("Idempotency-Key")
    static let lastEventID = Self.written("Last-Event-ID")
    static let accelBuffering = Self.written("X-Accel-Buffering")

    /// A name that is written here, not one that came from outside.
    private static func written(_ text: String) -> Self {
        guard let name = Self(text) else { preconditionFailure("`\(text)` is no field name") }
        return name
    }
}
