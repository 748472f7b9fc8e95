public import Credentials
import JSON
public import Model
import Store

/// Short-lived addresses of one thing of one run.
public struct Leases: Sendable {
    let store: any Store

    /// How long a lease lasts when nothing is asked for, in seconds.
    public static let defaultSeconds = 3600
    public static let secondsRange = 1...86_400

    /// A new lease and its token, which is shown this once.
    public func create(_ purpose: Lease.Purpose, run: RunID, seconds: Int) async throws -> (lease: Lease, token: Secret)
    {
        guard try await store.run(run) != nil else { throw ControlPlaneError.runNotFound(run) }
        let token = Secret.random()
        let now = Timestamp.now
        let lease = Lease(
            runID: run,
            purpose: purpose,
            hash: token.hash,
            createdAt: now,
            expiresAt: now.adding(seconds: seconds)
        )
        try await store.insert(lease)
        return (lease, token)
    }

    /// Whether a presented token opens this purpose of this run now.
    public func allows(_ token: String, _ purpose: Lease.Purpose, run: RunID) async throws -> Bool {
        guard let lease = try await store.lease(hash: Secret(token).hash) else { return false }
        return lease.runID == run && lease.purpose == purpose && lease.expiresAt > .now
    }
}
