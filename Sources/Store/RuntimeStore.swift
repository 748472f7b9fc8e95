public import Model

public struct RuntimeFilter: Sendable {
    public var spaceID: SpaceID?
    /// Empty: any status.
    public var statuses: Set<Runtime.Status>

    public init(spaceID: SpaceID? = nil, statuses: Set<Runtime.Status> = []) {
        self.spaceID = spaceID
        self.statuses = statuses
    }
}

public protocol RuntimeStore: Sendable {
    /// - Throws: `notFound` when the space does not exist.
    func insert(_ runtime: Runtime) async throws(StoreError)
    func runtime(_ id: RuntimeID) async throws(StoreError) -> Runtime?
    func runtimes(_ filter: RuntimeFilter, _ page: PageRequest<RuntimeID>) async throws(StoreError) -> Page<Runtime>
    /// Replaces name, config and `updatedAt`. - Throws: `notFound`.
    func updateSettings(of runtime: Runtime) async throws(StoreError)
    /// Replaces status, `activeRunID` and `lastActivityAt`. - Throws: `notFound`.
    func updateLife(of runtime: Runtime) async throws(StoreError)
    /// - Throws: `notFound`; `conflict` while a run is open.
    func deleteRuntime(_ id: RuntimeID) async throws(StoreError)
}
