import Foundation
import Testing

@testable import Martlet

/// A whole job against the real server and a real browser.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct JobTests {
    @Test func `a runtime from its making to its end, and the record of its run`() async throws {
        try await TestServer.with { server in
            let martlet = server.client()
            let space = try await martlet.spaces.create(name: "jobs")
            let runtime = try await martlet.runtimes.create(
                name: "worker",
                spaceID: space.id,
                config: .init(idleTimeout: .seconds(120), viewport: (width: 800, height: 600)),
                metadata: ["order": 7]
            )
            #expect(runtime.status == .stopped && runtime.activeRunID == nil && runtime.metadata == ["order": 7])
            let runID = try await martlet.runtimes.withBrowser(runtime.id) { browser in
                #expect(browser.connectURL.hasPrefix("ws://") && browser.started)
                let again = try await martlet.runtimes.start(runtime.id)
                #expect(!again.started && again.runID == browser.runID)
                let page = try await martlet.runtimes.targets.create(runtime.id, uri: server.url + "/healthz")
                #expect(page.active && page.runtimeID == runtime.id)
                let detail = try await martlet.runtimes.get(runtime.id)
                #expect(detail.connectURL == browser.connectURL && detail.activeRunID == browser.runID)
                return browser.runID
            }
            let run = try await martlet.runs.get(runID)
            #expect(run.status == .stopped && run.spaceID == space.id && run.finishedAt != nil)
            let events = try await martlet.runs.events.all(runID).collect()
            #expect(events.compactMap(\.number) == Array(1...events.count) && run.counts?.events == events.count)
            #expect(events.first?.type == .runtimeLifecycle && events.contains { $0.type == .networkRequest })
            let page = try await martlet.runs.events.list(runID, matching: .init(types: [.runtimeLifecycle]), limit: 1)
            #expect(page.items.count == 1 && page.nextCursor == page.items.first?.id.rawValue)
            let story = try await martlet.runs.activity.all(runID).collect()
            #expect(!story.isEmpty && story.allSatisfy { !$0.message.isEmpty })
            #expect(try await martlet.runs.all(runtimeID: runtime.id).collect().map(\.id) == [runID])
            #expect(try await martlet.runs.list(spaceID: space.id, status: .stopped).items.map(\.id) == [runID])
            #expect(try await martlet.runtimes.runs(runtime.id).collect().count == 1)
            #expect(try await martlet.runs.wait(runID).status == .stopped)
            #expect(try await martlet.runs.usage(runID).billingStatus == "settled")
            try await martlet.runtimes.delete(runtime.id)
            try await martlet.spaces.delete(space.id)
            await #expect { _ = try await martlet.runtimes.get(runtime.id) } throws: {
                ($0 as? MartletError)?.code == "runtime.not_found"
            }
        }
    }

    @Test func `a browser is stopped when its body throws and when its task is cancelled`() async throws {
        struct Oops: Error {}
        try await TestServer.with { server in
            let martlet = server.client()
            await #expect(throws: Oops.self) { try await martlet.runtimes.withBrowser { _ in throw Oops() } }
            let (started, continuation) = AsyncStream.makeStream(of: Martlet.RunID.self)
            let task = Task {
                try await martlet.runtimes.withBrowser(name: "endless") { browser in
                    continuation.yield(browser.runID)
                    try await Task.sleep(for: .seconds(60))
                }
            }
            let runID = try #require(await started.first { _ in true })
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await martlet.runs.get(runID).status == .stopped)
            #expect(try await martlet.runtimes.all(status: [.active]).collect().isEmpty)
        }
    }

    @Test func `keys, identity, help and targets that are gone`() async throws {
        try await TestServer.with { server in
            let martlet = server.client()
            let made = try await martlet.apiKeys.create(name: "ci", expiresAt: Date().addingTimeInterval(3600))
            #expect(made.secret.hasPrefix(made.key.prefix) && made.key.expiresAt != nil)
            let other = Martlet(apiKey: made.secret, baseURL: server.url + "/v1")
            #expect(try await other.auth.whoami().keyID == made.key.id.rawValue)
            #expect(try await martlet.apiKeys.all().collect().contains { $0.id == made.key.id })
            try await martlet.apiKeys.delete(made.key.id)
            await #expect { _ = try await other.auth.whoami() } throws: {
                ($0 as? MartletError)?.kind == .authentication
            }
            #expect(try await martlet.help()["type"] == "overview")
            let runtime = try await martlet.runtimes.create()
            await #expect { _ = try await martlet.runtimes.targets.list(runtime.id) } throws: {
                ($0 as? MartletError)?.code == "runtime.not_active"
            }
            let renamed = try await martlet.runtimes.update(runtime.id, name: "renamed")
            #expect(renamed.name == "renamed")
            let space = try await martlet.spaces.get(try #require(try await martlet.auth.whoami().defaultSpaceID))
            #expect(try await martlet.spaces.updateEnvironment(space.id, ["vault": ["allow": ["a/"]]])["vault"] != nil)
        }
    }

    @Test func `pages follow the cursor to the end, and no further than asked`() async throws {
        try await TestServer.with { server in
            let martlet = server.client()
            for number in 0..<5 { _ = try await martlet.spaces.create(name: "space \(number)") }
            let first = try await martlet.spaces.list(limit: 2)
            #expect(first.items.map(\.name) == ["space 4", "space 3"])
            let second = try await martlet.spaces.list(cursor: first.nextCursor, limit: 2)
            #expect(second.items.map(\.name) == ["space 2", "space 1"])
            #expect(try await martlet.spaces.all().collect().count == 6)
            #expect(try await martlet.spaces.all().collect(limit: 3).count == 3)
            await #expect { _ = try await martlet.spaces.list(limit: 0) } throws: {
                let error = $0 as? MartletError
                return error?.kind == .validation && error?.details["field"] == "limit"
            }
        }
    }
}
