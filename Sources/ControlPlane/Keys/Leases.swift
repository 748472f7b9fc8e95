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
    /// - Parameter terms: what a live view may do.
    public func create(
        _ purpose: Lease.Purpose,
        run: RunID,
        seconds: Int,
        terms: Lease.Terms = Lease.Terms()
    ) async throws -> (lease: Lease, token: Secret) {
        guard try await store.run(run) != nil else { throw ControlPlaneError.runNotFound(run) }
        let token = Secret.random()
        let now = Timestamp.now
        let lease = Lease(
            runID: run,
            purpose: purpose,
            hash: token.hash,
            createdAt: now,
            expiresAt: now.adding(seconds: seconds),
            terms: terms
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
        guard lease.revokedAt == nil else { throw ControlPlaneError(.viewExpired, "This address was taken back.") }
        guard lease.expiresAt > .now else { throw ControlPlaneError(.viewExpired, "This address has lapsed.") }
        return lease
    }

    /// All leases of a run that are known still, oldest first.
    public func list(of run: RunID) async throws -> [Lease] {
        guard try await store.run(run) != nil else { throw ControlPlaneError.runNotFound(run) }
        return try await store.leases(of: run)
    }

    /// Takes a lease back: from now on it opens nothing.
    /// - Throws: `lease.not_found` when the run has no such lease.
    func revoke(_ lease: LeaseID, of run: RunID) async throws -> Lease {
        do throws(StoreError) {
            return try await store.revoke(lease, of: run, at: .now)
        } catch {
            guard error.code == .notFound else { throw error }
            throw ControlPlaneError(.leaseNotFound, "The run has no lease \(lease).")
        }
    }

    /// Whether a presented token opens this purpose of this run now.
    public func allows(_ token: String, _ purpose: Lease.Purpose, run: RunID) async throws -> Bool {
        guard let lease = try await store.lease(hash: Secret(token).hash) else { return false }
        return lease.runID == run && lease.purpose == purpose && lease.isValid()
    }
}
