public import Model

public struct EventFilter: Sendable, Equatable {
    /// Empty: any.
    public var types: Set<EventType>
    public var statuses: Set<EventStatus>
    public var pageID: String?
    public var contextID: String?

    public init(
        types: Set<EventType> = [],
        statuses: Set<EventStatus> = [],
        pageID: String? = nil,
        contextID: String? = nil
    ) {
        self.types = types
        self.statuses = statuses
        self.pageID = pageID
        self.contextID = contextID
    }

    public var isEmpty: Bool { types.isEmpty && statuses.isEmpty && pageID == nil && contextID == nil }

    public func matches(_ event: Event) -> Bool {
        (types.isEmpty || types.contains(event.type))
            && (statuses.isEmpty || event.status.map(statuses.contains) ?? false)
            && (pageID == nil || pageID == event.pageID)
            && (contextID == nil || contextID == event.contextID)
    }
}

public protocol EventStore: Sendable {
    /// Appends events to an open run, all or none, in the order given. Their numbers follow the last stored one without a gap.
    ///
    /// Appends of several runs that come at the same time share one commit.
    /// - Parameter events: 1 to 5,000 events, each with JSON of at most 1 MiB.
    /// - Throws: `conflict` when a number is taken or leaves a gap, or the run is closed; `full`; `unavailable`.
    func append(_ events: [Event], to run: RunID) async throws(StoreError)

    /// Events of a run with a number above `after` that match the filter, oldest first; at most `limit` (1 to 1,000).
    func events(
        of run: RunID,
        after: Int64,
        matching filter: EventFilter,
        limit: Int
    ) async throws(StoreError) -> Page<StoredEvent>

    /// Whether this very event is stored: the number, the time and the run of the id all agree.
    func contains(_ id: EventID, of run: RunID) async throws(StoreError) -> Bool

    /// The last stored event's id; nil for a run without events.
    func lastEvent(of run: RunID) async throws(StoreError) -> EventID?
}
