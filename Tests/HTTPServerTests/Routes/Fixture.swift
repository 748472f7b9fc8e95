import Chromium
import ControlPlane
import Credentials
import FileStorage
import Foundation
import FoundationNetworking
import HTTPTypes
import JSON
import Logging
import Model
import ServiceLifecycle
import Store
import StoreSQLite
import Testing

@testable import HTTPServer

/// A whole server over a store of its own, without a browser.
struct Fixture: Sendable {
    static let key = "bctrl_test"

    let store: SQLiteStore
    let controlPlane: ControlPlane
    /// The folder of recordings.
    let recordings: String
    /// `http://127.0.0.1:PORT`.
    let address: String

    /// Serves on a port that the system chooses while `test` runs.
    static func with(
        settings: ServerSettings = ServerSettings(),
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        _ test: @escaping @Sendable (Fixture) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-\(UUIDv7())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try SQLiteStore(path: folder + "/martlet.sqlite", logger: logger)
        let configuration = BrowserConfiguration(root: folder + "/browsers", executable: "/nonexistent")
        let controlPlane = ControlPlane(
            store: store,
            blobs: try DiskBlobStore(folder: folder + "/files"),
            launcher: BrowserLauncher(configuration, logger: logger),
            settings: ControlPlaneSettings(recordings: RecordingSettings(folder: folder + "/recordings")),
            operatorKey: Secret(key),
            logger: logger
        )
        try await controlPlane.recover()
        try await serve(controlPlane, settings, logger) { address in
            let recordings = folder + "/recordings"
            try await test(
                Fixture(store: store, controlPlane: controlPlane, recordings: recordings, address: address)
            )
        }
        try store.close()
    }

    private static func serve(
        _ controlPlane: ControlPlane,
        _ settings: ServerSettings,
        _ logger: Logger,
        _ test: @escaping @Sendable (String) async throws -> Void
    ) async throws {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        var settings = settings
        settings.port = 0
        let server = MartletServer(controlPlane: controlPlane, settings: settings, logger: logger) { port.yield($0) }
        let service = ServiceGroup(services: [server], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await service.run() }
            let port = try #require(await ports.first { _ in true })
            try await test("http://127.0.0.1:\(port)")
            await service.triggerGracefulShutdown()
            try await group.waitForAll()
        }
    }

    struct Answer {
        let status: Int
        let json: JSON
        let headers: HTTPFields
        let text: String

        var code: String? { json["code"]?.stringValue }
        var id: String { json["id"]?.stringValue ?? "" }
    }

    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: String? = nil,
        headers: [(HTTPField.Name, String)] = [],
        authorized: Bool = true
    ) async throws -> Answer {
        var request = URLRequest(url: try #require(URL(string: address + path)))
        request.httpMethod = method.rawValue
        request.httpBody = body.map { Data($0.utf8) }
        if authorized { request.setValue("Bearer \(Self.key)", forHTTPHeaderField: "Authorization") }
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name.rawName) }
        let (data, response) = try await URLSession.shared.data(for: request)
        let answer = try #require(response as? HTTPURLResponse)
        var fields = HTTPFields()
        for (name, value) in answer.allHeaderFields {
            guard let name = HTTPField.Name("\(name)") else { continue }
            fields[name] = "\(value)"
        }
        return Answer(
            status: answer.statusCode,
            json: (try? JSON.parse(data)) ?? .null,
            headers: fields,
            text: String(decoding: data, as: UTF8.self)
        )
    }

    func get(_ path: String) async throws -> Answer { try await send(.get, path) }

    /// A runtime with an ended run of so many events, 2 or more.
    func endedRun(events: Int, startedAt: Timestamp = .now, finishedAt: Timestamp = .now) async throws -> (
        run: Run, events: [Event]
    ) {
        guard let space = try await store.defaultSpace() else { throw StoreError(.notFound, "no default space") }
        let runtime = Runtime(spaceID: space.id, name: "recorded")
        try await store.insert(runtime)
        let run = Run(runtimeID: runtime.id, runtimeName: runtime.name, spaceID: space.id, startedAt: startedAt)
        let made = (1...events).map { Self.event($0, of: run) }
        try await store.open(run, first: made[0])
        if made.count > 2 { try await store.events.append(Array(made[1..<(made.count - 1)]), to: run.id) }
        try await store.close(
            run.id,
            RunEnd(reason: .api, finishedAt: finishedAt),
            last: [made[made.count - 1]],
            activity: []
        )
        return (run, made)
    }

    private static func event(_ number: Int, of run: Run) -> Event {
        let type: EventType = number % 2 == 0 ? .consoleMessage : .navigation
        let draft = EventDraft(
            type: type,
            status: .received,
            time: run.startedAt,
            data: ["text": .string("event \(number)")]
        )
        return Event(draft, id: EventID(run: run.id, number: Int64(number), milliseconds: run.startedAt.milliseconds))
    }
}
