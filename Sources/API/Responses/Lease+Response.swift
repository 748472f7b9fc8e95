public import JSON
public import Model

extension Lease {
    /// A lease as its list shows it: never its token, which nobody keeps.
    public var response: JSON {
        [
            "id": .string(id.description),
            "runId": .string(runID.description),
            "purpose": .string(purpose.rawValue),
            "control": purpose == .live ? .string(terms.control.rawValue) : .null,
            "agentInput": purpose == .live ? .string(terms.agentInput.rawValue) : .null,
            "name": .text(terms.name),
            "createdAt": .time(createdAt),
            "expiresAt": .time(expiresAt),
            "revokedAt": .time(revokedAt),
        ]
    }
}
