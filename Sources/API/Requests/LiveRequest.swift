public import Model

/// The body of `runs.live`: what the live view may do, for whom it is and how long it lasts.
public struct LiveRequest: Sendable, Equatable {
    public let terms: Lease.Terms
    public let lifetimeSeconds: Int

    /// `agentInput` and `name` are ours.
    public init(_ reader: ObjectReader) throws(APIError) {
        terms = Lease.Terms(
            control: try reader.choice("control") ?? Lease.Control.none,
            agentInput: try reader.choice("agentInput") ?? Lease.AgentInput.hold,
            name: try reader.isNull("name") ? nil : reader.text("name", length: 1...120)
        )
        lifetimeSeconds = try LeaseRequest(reader).lifetimeSeconds
    }
}
