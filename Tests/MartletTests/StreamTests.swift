import Foundation
import Testing

@testable import Martlet

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Streams that are cut, silenced, and whose server dies: every row once, in order, none left out.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct StreamTests {
    /// Opens a few pages, so that there is something to stream.
    private func makeTraffic(_ martlet: Martlet, _ runtime: Martlet.RuntimeID, _ url: String, pages: Int = 3)
        async throws
    {
        for number in 0..<pages {
            _ = try await martlet.runtimes.targets.create(runtime, uri: "\(url)/healthz?page=\(number)")
        }
    }

    private func endedRun(_ server: TestServer) async throws -> Martlet.RunID {
        let martlet = server.client()
        let runtime = try await martlet.runtimes.create()
        return try await martlet.runtimes.withBrowser(runtime.id) { browser in
            try await makeTraffic(martlet, runtime.id, server.url)
            return browser.runID
        }
    }

    @Test func `a stream of an active run follows it to its end`() async throws {
        try await TestServer.with { server in
            let martlet = server.client()
            let runtime = try await martlet.runtimes.create()
            let browser = try await martlet.runtimes.start(runtime.id)
            async let streamed = martlet.runs.events.stream(browser.runID).collect()
            async let steps = martlet.runs.activity.stream(browser.runID, matching: .init(view: .debug)).collect()
            try await makeTraffic(martlet, runtime.id, server.url)
            _ = try await martlet.runtimes.stop(runtime.id)
            let events = try await streamed
            #expect(events.map(\.id) == (try await martlet.runs.events.all(browser.runID).collect()).map(\.id))
            #expect(events.compactMap(\.number) == Array(1...events.count))
            let all = try await martlet.runs.activity.all(browser.runID, matching: .init(view: .debug)).collect()
            #expect(try await steps.map(\.id) == all.map(\.id))
            let tail = try await martlet.runs.events.stream(browser.runID, after: events[2].id).collect()
            #expect(tail.map(\.id) == events.dropFirst(3).map(\.id))
        }
    }

    @Test func `a line that is cut anywhere costs no event`() async throws {
        try await TestServer.with { server in
            let run = try await endedRun(server)
            let whole = try await server.client().runs.events.all(run).collect().map(\.id)
            let cuts = [400, 401, 750, 1300, 2048, 900, 3001, 650].map { Relay.Fate.cut(after: $0) }
            try await Relay.with(to: server.port, cuts) { relay, url in
                let streamed = try await server.client(through: url).runs.events.stream(run).collect()
                #expect(streamed.map(\.id) == whole)
                #expect(relay.connections > 2)
            }
        }
    }

    @Test func `a line that falls silent is taken for dead`() async throws {
        try await TestServer.with { server in
            let run = try await endedRun(server)
            let whole = try await server.client().runs.events.all(run).collect().map(\.id)
            try await Relay.with(to: server.port, [.silent(after: 1500)]) { relay, url in
                var configuration = server.client(through: url).configuration
                configuration.streamSilence = .milliseconds(500)
                let streamed = try await Martlet(configuration).runs.events.stream(run).collect()
                #expect(streamed.map(\.id) == whole && relay.connections == 2)
            }
        }
    }

    @Test func `a server that is killed and started again goes on where it was`() async throws {
        try await TestServer.with { server in
            let martlet = server.client()
            let runtime = try await martlet.runtimes.create()
            let browser = try await martlet.runtimes.start(runtime.id)
            try await makeTraffic(martlet, runtime.id, server.url)
            let (seen, continuation) = AsyncStream.makeStream(of: Int.self)
            let reader = Task {
                var events: [Martlet.Event] = []
                for try await event in martlet.runs.events.stream(browser.runID) {
                    events.append(event)
                    continuation.yield(events.count)
                }
                return events
            }
            _ = await seen.first { $0 >= 5 }
            server.kill()
            try await Task.sleep(for: .milliseconds(300))
            try await server.start()
            let events = try await reader.value
            let run = try await martlet.runs.get(browser.runID)
            #expect(run.status == .failed && run.failure?.code == "runtime.host_lost")
            #expect(events.compactMap(\.number) == Array(1...(run.counts?.events ?? 0)))
        }
    }

    @Test func `a stream of nothing, of a stranger, and without a right to it, says so at once`() async throws {
        try await TestServer.with { server in
            await #expect { _ = try await server.client().runs.events.stream("no-such-run").collect() } throws: {
                ($0 as? MartletError)?.code == "run.not_found"
            }
            let stranger = Martlet(apiKey: "bctrl_wrong", baseURL: server.url)
            await #expect { _ = try await stranger.runs.activity.stream("any").collect() } throws: {
                ($0 as? MartletError)?.kind == .authentication
            }
        }
    }

    @Test func `a server that never comes back ends the stream after the patience given`() async throws {
        try await TestServer.with { server in
            var configuration = server.client().configuration
            configuration.reconnectPatience = .seconds(1)
            let martlet = Martlet(configuration)
            let runtime = try await martlet.runtimes.create()
            let browser = try await martlet.runtimes.start(runtime.id)
            let reader = Task { try await martlet.runs.events.stream(browser.runID).collect() }
            try await Task.sleep(for: .milliseconds(300))
            server.kill()
            await #expect { _ = try await reader.value } throws: { ($0 as? MartletError)?.kind == .unreachable }
        }
    }

    @Test func `a server that asks for more patience than there is ends the stream`() async throws {
        let stream = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 9000\r\n\r\n: hello\n\n"
        let busy = "HTTP/1.1 503 Busy\r\nRetry-After: 3600\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        try await Relay.with(to: 9, [.says(stream), .says(busy)]) { relay, url in
            var configuration = Martlet.Configuration(apiKey: "bctrl_k", baseURL: url)
            configuration.reconnectPatience = .seconds(5)
            let error = await #expect(throws: MartletError.self) {
                _ = try await Martlet(configuration).runs.events.stream("r").collect()
            }
            #expect(error?.status == 503 && relay.connections == 2)
        }
    }

    @Test func `a cancelled reader ends at once`() async throws {
        try await TestServer.with { server in
            let martlet = server.client()
            try await martlet.runtimes.withBrowser { browser in
                let reader = Task { try await martlet.runs.events.stream(browser.runID).collect() }
                try await Task.sleep(for: .milliseconds(300))
                let began = ContinuousClock.now
                reader.cancel()
                await #expect(throws: CancellationError.self) { try await reader.value }
                #expect(began.duration(to: .now) < .seconds(2))
            }
        }
    }

    @Test func `an address with a lease is open to a page that has no key`() async throws {
        try await TestServer.with { server in
            let run = try await endedRun(server)
            let martlet = server.client()
            let url = try await martlet.runs.activity.streamURL(run, matching: .init(view: .debug), unnamed: true)
            #expect(url.contains("/activity/stream?view=debug&access_token=") && url.hasSuffix("&unnamed=1"))
            let (data, response) = try await URLSession.shared.data(from: try #require(URL(string: url)))
            let text = String(decoding: data, as: UTF8.self)
            #expect((response as? HTTPURLResponse)?.statusCode == 200 && !text.contains("event: run.activity"))
            #expect(text.hasPrefix("id: ") && text.contains("event: run.ended"))
            let plain = martlet.runs.events.plainStreamURL(run, matching: .init(types: [.navigation, .download]))
            #expect(plain == "\(server.url)/v1/runs/\(run)/events/stream?type=navigation&type=download")
        }
    }
}

extension Martlet.RecordStream {
    /// All rows until the end.
    func collect() async throws -> [Row] {
        var rows: [Row] = []
        for try await row in self { rows.append(row) }
        return rows
    }
}
