import Model

/// What the filters of events look at. Runs have few kinds and many events, so that each event keeps only the number
/// of its kind, and an index over (run, kind, number) finds the events of any filter, rare or absent, by a few seeks.
struct EventKind: Hashable, Sendable {
    let type: EventType
    let status: EventStatus?
    let pageID: String?
    let contextID: String?

    init(_ event: Event) {
        type = event.type
        status = event.status
        pageID = event.pageID
        contextID = event.contextID
    }

    /// Nil when a code is unknown: the row was written by a newer version.
    init?(typeCode: Int, statusCode: Int?, pageID: String?, contextID: String?) {
        guard let type = EventType(storageCode: typeCode) else { return nil }
        self.type = type
        if let statusCode {
            guard let status = EventStatus(storageCode: statusCode) else { return nil }
            self.status = status
        } else {
            status = nil
        }
        self.pageID = pageID
        self.contextID = contextID
    }
}
