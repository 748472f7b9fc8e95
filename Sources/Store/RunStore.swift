public import Model

public struct RunFilter: Sendable {
    public var spaceID: SpaceID?
    public var runtimeID: RuntimeID?
    /// Empty: any status.
    public var statuses: Set<Run.Status>

    public init(spaceID: SpaceID? = nil, runtimeID: RuntimeID? = nil, statuses: Set<Run.Status> = []) {
        self.spaceID = spaceID
        self.runtimeID = runtimeID
        self.statuses = statuses
    }
}

public protocol RunStore: Sendable {
    /// Opens a run with its first event, and marks its runtime active, in one transaction.
    /// - Throws: `notFound` when the runtime does not exist; `conflict` while another run of it is open.
    func open(_ run: Run, first: Event) async throws(StoreError)
    /// Closes a run with its last events (1 or more) and the last rows of its activity, sets its `eventCount`, and its runtime's status (`stopped` or
    /// `failed`) and `activeRunID` (nil), in one transaction: events, activity and run never disagree about its end. On a full disk it uses the space that
    /// the store keeps in reserve for this.
    /// - Throws: `notFound`; `conflict` when the run is closed already; what ``RecordStore/append(_:to:)`` of events and activity throws.
    func close(_ run: RunID, _ end: RunEnd, last: [Event], activity: [ActivityItem]) async throws(StoreError)
    func run(_ id: RunID) async throws(StoreError) -> Run?
    func runs(_ filter: RunFilter, _ page: PageRequest<RunID>) async throws(StoreError) -> Page<Run>
    /// All runs that were never closed: after a start, those of a server that was killed. In order of their ids.
    func openRuns() async throws(StoreError) -> [Run]
}

extension RunStore {
    /// Closes a run as ``close(_:_:last:activity:)`` does, and without the rows where they cannot be written: they do not keep a run open.
    /// - Returns: The rows that were stored.
    public func close(
        _ run: RunID,
        _ end: RunEnd,
        last: [Event],
        activityIfPossible rows: [ActivityItem]
    ) async throws(StoreError) -> [ActivityItem] {
        do {
            try await close(run, end, last: last, activity: rows)
            return rows
        } catch {
            guard !rows.isEmpty else { throw error }
            try await close(run, end, last: last, activity: [])
            return []
        }
    }
}
