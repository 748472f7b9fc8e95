/// A short-lived, revocable address of one thing of one run. The token in the address is not kept, only its SHA-256.
public struct Lease: Sendable, Equatable {
    public enum Purpose: String, Sendable, CaseIterable { case stream, live, recording }

    public let id: LeaseID
    public let runID: RunID
    public let purpose: Purpose
    /// SHA-256 of the token, 32 bytes.
    public let hash: [UInt8]
    public let createdAt: Timestamp
    public let expiresAt: Timestamp

    public init(
        id: LeaseID = LeaseID(),
        runID: RunID,
        purpose: Purpose,
        hash: [UInt8],
        createdAt: Timestamp = .now,
        expiresAt: Timestamp
    ) {
        self.id = id
        self.runID = runID
        self.purpose = purpose
        self.hash = hash
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}
