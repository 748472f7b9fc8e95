public import Model

public protocol HumanActionStore: Sendable {
    /// - Throws: `conflict` when another one of the runtime is requested.
    func insert(_ action: HumanAction) async throws(StoreError)
    /// The one that is requested, else the latest; nil when the runtime never had one.
    func humanAction(of runtime: RuntimeID) async throws(StoreError) -> HumanAction?
    /// Settles a requested one; one that was settled before is returned as it is.
    /// - Returns: the action, and whether this call has settled it.
    /// - Throws: `notFound`.
    func settle(_ id: HumanActionID, as status: HumanAction.Status, at time: Timestamp) async throws(StoreError)
        -> (action: HumanAction, isNew: Bool)
    /// All that are requested, of every runtime.
    func requestedHumanActions() async throws(StoreError) -> [HumanAction]
}
