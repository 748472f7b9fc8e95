import Chromium
import ControlPlane
import Credentials
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import JSON
import Logging
import Model
import NIOCore
import Store
import StoreSQLite

@testable import HTTPServer

/// A whole server over a store of its own, without a browser.
struct Fixture: Sendable {
    static let key = "bctrl_test"

    let store: SQLiteStore
    let client: any TestClientProtocol

    /// - Parameter live: Serves on a socket, as streams need; else requests go to the router without one.
    static func with(
        live: Bool = false,
        settings: ServerSettings = ServerSettings(),
        _ test: @escaping @Sendable (Fixture) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-\(UUIDv7())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let store = try SQLiteStore(path: folder + "/martlet.sqlite", logger: logger)
        let configuration = BrowserConfiguration(root: folder + "/browsers", executable: "/nonexistent")
        let controlPlane = ControlPlane(
            store: store,
            launcher: BrowserLauncher(configuration, logger: logger),
            settings: ControlPlaneSettings(),
            operatorKey: Secret(key),
            logger: logger
        )
        try await controlPlane.recover()
        let server = MartletServer(controlPlane: controlPlane, settings: settings, logger: logger)
        try await server.application.test(live ? .ahc(.http) : .router) { client in
            try await test(Fixture(store: store, client: client))
        }
        try store.close()
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
        var fields = HTTPFields()
        if authorized { fields[.authorization] = "Bearer \(Self.key)" }
        for (name, value) in headers { fields[name] = value }
        let response = try await client.executeRequest(
            uri: path,
            method: method,
            headers: fields,
            body: body.map { ByteBuffer(string: $0) }
        )
        let bytes = Array(response.body.readableBytesView)
        return Answer(
            status: response.status.code,
            json: (try? JSON.parse(bytes)) ?? .null,
            headers: response.headers,
            text: String(decoding: bytes, as: UTF8.self)
        )
    }

    func get(_ path: String) async throws -> Answer { try await send(.get, path) }

    /// A runtime with an ended run of so many events, 2 or more.
    func endedRun(events: Int) async throws -> (run: Run, events: [Event]) {
        guard let space = try await store.defaultSpace() else { throw StoreError(.notFound, "no default space") }
        let runtime = Runtime(spaceID: space.id, name: "recorded")
        try await store.insert(runtime)
        let run = Run(runtimeID: runtime.id, spaceID: space.id)
        let made = (1...events).map { Self.event($0, of: run) }
        try await store.open(run, first: made[0])
        if made.count > 2 { try await store.append(Array(made[1..<(made.count - 1)]), to: run.id) }
        try await store.close(run.id, RunEnd(reason: .api), last: [made[made.count - 1]])
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
