public import Model

/// Which rows of a run's activity are wanted. Empty sets: any.
public struct ActivityFilter: Sendable, Equatable {
    public var view: ActivityView
    public var types: Set<String>
    public var categories: Set<ActivityCategory>
    public var severities: Set<ActivitySeverity>
    public var invocationID: String?
    public var fileID: String?

    public init(
        view: ActivityView = .normal,
        types: Set<String> = [],
        categories: Set<ActivityCategory> = [],
        severities: Set<ActivitySeverity> = [],
        invocationID: String? = nil,
        fileID: String? = nil
    ) {
        self.view = view
        self.types = types
        self.categories = categories
        self.severities = severities
        self.invocationID = invocationID
        self.fileID = fileID
    }

    public func matches(_ item: ActivityItem) -> Bool {
        (view == .debug || item.view == .normal)
            && (types.isEmpty || types.contains(item.type))
            && (categories.isEmpty || categories.contains(item.category))
            && (severities.isEmpty || severities.contains(item.severity))
            && (invocationID == nil || invocationID == item.invocationID)
            && (fileID == nil || fileID == item.fileID)
    }
}

public protocol ActivityStore: Sendable {
    /// Appends items to an open run, all or none, in the order given. Their numbers follow the last stored one without a gap.
    /// - Parameter items: 1 to 5,000 items, each with JSON of at most 1 MiB.
    /// - Throws: `conflict` when a number is taken or leaves a gap, or the run is closed; `full`; `unavailable`.
    func appendActivity(_ items: [ActivityItem], to run: RunID) async throws(StoreError)

    /// Items of a run with a number above `after` that match the filter, oldest first; at most `limit` (1 to 1,000).
    func activity(
        of run: RunID,
        after: Int64,
        matching filter: ActivityFilter,
        limit: Int
    ) async throws(StoreError) -> Page<StoredActivity>

    /// Whether this very item is stored: the number, the time and the run of the id all agree.
    func contains(_ id: ActivityID, of run: RunID) async throws(StoreError) -> Bool

    /// The last stored item's id; nil for a run without activity.
    func lastActivity(of run: RunID) async throws(StoreError) -> ActivityID?
}
