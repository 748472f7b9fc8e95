public import Model

/// Which events of a run are wanted.
public struct EventFilter: RecordFilter {
    public static let everything = EventFilter()

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

    public func matches(_ event: Event) -> Bool {
        (types.isEmpty || types.contains(event.type))
            && (statuses.isEmpty || event.status.map(statuses.contains) ?? false)
            && (pageID == nil || pageID == event.pageID)
            && (contextID == nil || contextID == event.contextID)
    }
}

extension Event: RecordRow {
    public typealias Filter = EventFilter
}
