public import Model

public protocol LeaseStore: Sendable {
    /// Also removes leases that lapsed more than a day ago.
    func insert(_ lease: Lease) async throws(StoreError)
    /// The lease whose token has this SHA-256, also when it has lapsed.
    func lease(hash: [UInt8]) async throws(StoreError) -> Lease?
    /// The leases of a run, lapsed and revoked ones as well, oldest first.
    func leases(of run: RunID) async throws(StoreError) -> [Lease]
    /// Takes a lease of a run back; one that was taken back before keeps its time. - Throws: `notFound`.
    func revoke(_ lease: LeaseID, of run: RunID, at time: Timestamp) async throws(StoreError) -> Lease
}
