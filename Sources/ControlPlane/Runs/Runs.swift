import JSON
import Logging
public import Model
import Recorder
public import Store

/// Runs and what is recorded of them.
public struct Runs: Sendable {
    let store: any Store
    let logger: Logger
    public let events: RunRecord<Event>
    public let activity: RunRecord<ActivityItem>

    init(store: any Store, hub: EventHub, activityHub: ActivityHub, logger: Logger) {
        self.store = store
        self.logger = logger
        events = RunRecord(store: store, rows: store.events, hub: hub)
        activity = RunRecord(store: store, rows: store.activity, hub: activityHub)
    }

    public func get(_ id: RunID) async throws -> Run {
        guard let run = try await store.run(id) else { throw ControlPlaneError.runNotFound(id) }
        return run
    }

    /// Newest first. Filters by nouns that do not exist give an empty list.
    public func list(_ filter: RunFilter, _ page: PageRequest<RunID>) async throws -> Page<Run> {
        try await store.runs(filter, page)
    }

    /// Waits until the run has ended, at most `timeout`. Whether it has, its status tells.
    public func wait(_ id: RunID, timeout: Duration) async throws -> Run {
        let run = try await get(id)
        guard run.status == .active else { return run }
        let deadline = ContinuousClock.now.advanced(by: timeout)
        var seen = Int64.max - 1
        while ContinuousClock.now < deadline {
            let change = await events.hub.wait(for: id, after: seen, timeout: deadline - .now)
            if change == .ended { break }
            try Task.checkCancellation()
            seen = Int64.max - 1
        }
        return try await get(id)
    }
}

extension ControlPlaneError {
    static var foreignCursor: Self {
        Self(
            .requestInvalid,
            "The cursor is not the id of a row of this list of this run.",
            hint: "Use the `nextCursor` of a page or the id of a frame as it came.",
            details: ["field": "cursor"]
        )
    }

    static func runNotFound(_ id: RunID) -> Self {
        Self(.runNotFound, "There is no run \(id).", details: ["runId": .string(id.description)])
    }
}
