public import Model

public protocol LeaseStore: Sendable {
    /// Also removes leases that lapsed more than a day ago.
    func insert(_ lease: Lease) async throws(StoreError)
    /// The lease whose token has this SHA-256, also when it has lapsed.
    func lease(hash: [UInt8]) async throws(StoreError) -> Lease?
}
