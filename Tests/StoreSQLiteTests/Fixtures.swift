import Foundation
import JSON
import Logging
import Model
import Store
import Testing

@testable import StoreSQLite

/// A folder of a test's own, removed with all it holds.
func withFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "martlet-store-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    do {
        let value = try await body(folder)
        try FileManager.default.removeItem(atPath: folder)
        return value
    } catch {
        try FileManager.default.removeItem(atPath: folder)
        throw error
    }
}

func withStore(_ body: (SQLiteStore) async throws -> Void) async throws {
    try await withFolder { folder in
        let store = try openStore(in: folder)
        try await body(store)
        try store.close()
    }
}

func openStore(in folder: String) throws -> SQLiteStore {
    try SQLiteStore(path: "\(folder)/martlet.db", logger: .silent)
}

extension Logger {
    static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}

extension Run {
    /// An event of the run; its time is the number of milliseconds after the run's id.
    func event(
        _ number: Int64,
        _ type: EventType = .consoleMessage,
        _ status: EventStatus? = nil,
        page: String? = nil,
        context: String? = nil,
        padding: Int = 0
    ) -> Event {
        let eventID = EventID(run: id, number: number, milliseconds: id.uuid.milliseconds + number)
        let draft = EventDraft(
            type: type,
            status: status,
            time: Timestamp(milliseconds: id.uuid.milliseconds),
            pageID: page,
            contextID: context,
            data: ["text": .string(String(repeating: "x", count: padding))]
        )
        return Event(draft, id: eventID)
    }

    func events(_ numbers: ClosedRange<Int64>, padding: Int = 0) -> [Event] {
        numbers.map { event($0, padding: padding) }
    }
}

extension SQLiteStore {
    /// A space with a runtime and an open run, which has its first event.
    func openedRun() async throws -> Run {
        let space = Space(name: "space")
        try await insert(space)
        return try await openedRun(in: space)
    }

    func openedRun(in space: Space) async throws -> Run {
        let runtime = Runtime(spaceID: space.id, name: "runtime")
        try await insert(runtime)
        let run = Run(runtimeID: runtime.id, runtimeName: runtime.name, spaceID: space.id)
        try await open(run, first: run.event(1, .runtimeLifecycle, .started))
        return run
    }

    func numbers(of run: Run, after: Int64 = 0, _ filter: EventFilter = EventFilter(), limit: Int = 1000) async throws
        -> [Int64]
    {
        try await events.page(of: run.id, after: after, matching: filter, limit: limit).items.map(\.id.number)
    }
}

/// Expects a failure with a code of the contract.
func expect(
    _ code: StoreError.Code,
    location: SourceLocation = #_sourceLocation,
    _ body: () async throws -> Void
) async {
    do {
        try await body()
        Issue.record("expected \(code)", sourceLocation: location)
    } catch {
        #expect((error as? StoreError)?.code == code, "\(error)", sourceLocation: location)
    }
}
