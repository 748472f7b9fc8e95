import API
import JSON
import Model
import SSE
import Store

/// Gathers the frames of a run's event stream, as the contract writes them.
struct EventFrames {
    /// For `EventSource.onmessage`: events have no name, and silence is broken by comments in the place of heartbeats.
    let unnamed: Bool
    /// `run.event` or `run.activity`.
    private let name: String
    private var writer = EventStreamWriter()

    init(name: String, unnamed: Bool) {
        self.name = name
        self.unnamed = unnamed
    }

    var count: Int { writer.bytes.count }

    /// The row's stored text, copied.
    mutating func append<Row: NumberedRow>(_ row: StoredRow<Row>) {
        writer.write(event: unnamed ? nil : name, id: row.id.description, line: row.json)
    }

    /// Says that the stream lives. It has no id, so it is no place to resume from.
    mutating func appendHeartbeat(now: Timestamp = .now) {
        guard !unnamed else { return writer.comment("heartbeat") }
        let data: JSON = ["time": .time(now)]
        writer.write(event: "heartbeat", line: data.bytes)
    }

    /// The last frame, which keeps its name also in unnamed streams, so that it is not taken for an event.
    mutating func append(ended run: Run) {
        writer.write(event: "run.ended", line: run.endedFrame.bytes)
    }

    mutating func take() -> [UInt8] { writer.take() }
}
