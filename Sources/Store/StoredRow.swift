public import Model

/// A row of a run's record as a reader gets it: its id and its text.
public struct StoredRow<Row: NumberedRow>: Sendable, Equatable {
    public let id: NumberedID<Row>
    public let json: [UInt8]

    public init(id: NumberedID<Row>, json: [UInt8]) {
        self.id = id
        self.json = json
    }
}

public typealias StoredEvent = StoredRow<Event>
public typealias StoredActivity = StoredRow<ActivityItem>
