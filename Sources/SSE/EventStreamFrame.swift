/// One event that a reader of an event stream gets.
public struct EventStreamFrame: Sendable, Equatable {
    /// `message` when the stream named none.
    public var event: String
    /// The lines of data, joined with LF.
    public var data: String
    /// The last id that the stream has given, here or before; empty when there was none.
    public var lastEventID: String

    public init(event: String = "message", data: String, lastEventID: String = "") {
        self.event = event
        self.data = data
        self.lastEventID = lastEventID
    }
}
