public import JSON
public import Model

/// The answer of `runs.live`; `leaseId` is ours.
public enum LiveResponse {
    public static func json(url: String, lease: Lease) -> JSON {
        [
            "url": .string(url), "expiresAt": .time(lease.expiresAt), "leaseId": .string(lease.id.description),
            "control": .string(lease.terms.control.rawValue),
        ]
    }
}
