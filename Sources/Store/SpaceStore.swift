public import Model

public protocol SpaceStore: Sendable {
    /// - Throws: `conflict` when a second default space is inserted.
    func insert(_ space: Space) async throws(StoreError)
    func space(_ id: SpaceID) async throws(StoreError) -> Space?
    func defaultSpace() async throws(StoreError) -> Space?
    func spaces(_ page: PageRequest<SpaceID>) async throws(StoreError) -> Page<Space>
    /// Replaces name, environment and `updatedAt`. - Throws: `notFound`.
    func update(_ space: Space) async throws(StoreError)
    /// Deletes a space and its runtimes; runs outlive them.
    /// - Returns: the ids of those runtimes.
    /// - Throws: `notFound`; `conflict` while one of its runtimes has an open run.
    func deleteSpace(_ id: SpaceID) async throws(StoreError) -> [RuntimeID]
}
