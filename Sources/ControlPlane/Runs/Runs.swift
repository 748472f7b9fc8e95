import JSON
public import Model
import Recorder
public import Store

/// Runs and what is recorded of them.
public struct Runs: Sendable {
    let store: any Store
    let hub: EventHub
    let activityHub: ActivityHub

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
            let change = await hub.wait(for: id, after: seen, timeout: deadline - .now)
            if change == .ended { break }
            try Task.checkCancellation()
            seen = Int64.max - 1
        }
        return try await get(id)
    }

    /// Events after `cursor`, oldest first.
    /// - Throws: `request.invalid` when the cursor is no event of the run.
    public func events(
        of id: RunID,
        after cursor: EventID?,
        matching filter: EventFilter,
        limit: Int
    ) async throws -> Page<StoredEvent> {
        _ = try await get(id)
        let number = try await number(of: cursor, in: id)
        return try await store.events(of: id, after: number, matching: filter, limit: limit)
    }

    /// Reads events from `cursor` (the first one when nil) and goes on as they come.
    /// - Throws: `request.invalid` when the cursor is no event of the run.
    public func follow(
        _ id: RunID,
        after cursor: EventID?,
        matching filter: EventFilter
    ) async throws -> EventReader {
        _ = try await get(id)
        let number = try await number(of: cursor, in: id)
        return EventReader(run: id, after: number, store: store, hub: hub, matches: filter.matches) {
            [store] after, limit in
            try await store.events(of: id, after: after, matching: filter, limit: limit)
        }
    }

    private func number(of cursor: EventID?, in run: RunID) async throws -> Int64 {
        guard let cursor else { return 0 }
        guard try await store.contains(cursor, of: run) else { throw ControlPlaneError.foreignCursor("an event") }
        return cursor.number
    }
}

extension ControlPlaneError {
    static func foreignCursor(_ row: String) -> Self {
        Self(
            .requestInvalid,
            "The cursor is not the id of \(row) of this run.",
            hint: "Use the `nextCursor` of a page or the id of a frame as it came.",
            details: ["field": "cursor"]
        )
    }

    static func runNotFound(_ id: RunID) -> Self {
        Self(.runNotFound, "There is no run \(id).", details: ["runId": .string(id.description)])
    }
}
