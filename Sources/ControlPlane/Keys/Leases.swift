public import Credentials
import JSON
public import Model
public import Store

/// Short-lived addresses of one thing of one run.
public struct Leases: Sendable {
    let store: any Store

    public init(store: any Store) { self.store = store }

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

    /// The lease that a presented token opens now.
    /// - Throws: `view.not_found` for a token that is unknown or made for another purpose; `view.expired` for one that lapsed
    ///   (known for a day after that).
    public func open(_ token: String, for purpose: Lease.Purpose) async throws -> Lease {
        guard let lease = try await store.lease(hash: Secret(token).hash), lease.purpose == purpose else {
            throw ControlPlaneError(.viewNotFound, "There is nothing at this address.")
        }
        guard lease.expiresAt > .now else {
            throw ControlPlaneError(.viewExpired, "This address has lapsed.")
        }
        return lease
    }

    /// Whether a presented token opens this purpose of this run now.
    public func allows(_ token: String, _ purpose: Lease.Purpose, run: RunID) async throws -> Bool {
        guard let lease = try await store.lease(hash: Secret(token).hash) else { return false }
        return lease.runID == run && lease.purpose == purpose && lease.expiresAt > .now
    }
}
