import Foundation
import Testing

@testable import Martlet

/// Any server of the contract will do: one that gives the least that it allows, and knows no name that is Martlet's own.
@Suite(.timeLimit(.minutes(3)))
struct ContractTests {
    @Test func `runs and their record are read, with the contract's names alone`() async throws {
        try await ContractServer.with { server, martlet in
            #expect(try await martlet.runs.get("r").status == .active)
            #expect(
                try await martlet.runs.list(spaceID: "s", runtimeID: "t", status: [.stopped, .failed]).items.count == 1
            )
            #expect(try await martlet.runs.all(runtimeID: "t").collect().count == 1)
            let events = Martlet.EventFilter(types: [.navigation], statuses: [.finished], pageID: "p", contextID: "c")
            #expect(try await martlet.runs.events.list("r", matching: events, limit: 5).items[0].number == nil)
            #expect(try await martlet.runs.events.all("r", after: "evt_0").collect().count == 1)
            for try await event in martlet.runs.events.stream("r", matching: events) {
                #expect(event.type == .navigation)
            }
            let steps = Martlet.ActivityFilter(
                view: .debug,
                types: ["browser.click"],
                categories: [.browser],
                severities: [.info],
                invocationID: "i",
                fileID: "f"
            )
            #expect(try await martlet.runs.activity.list("r", matching: steps).items[0].severity == nil)
            for try await step in martlet.runs.activity.stream("r", after: "act_0") { #expect(step.message == "m") }
            #expect(try await martlet.runs.live("r", control: .input, expiresIn: .seconds(60)).leaseID == nil)
            let recording = try await martlet.runs.recording("r", expiresIn: .seconds(60))
            #expect(recording.status == .notAvailable && recording.duration == nil)
            #expect(try await martlet.runs.files.list("r", type: ["download"]).items.count == 1)
            let archive = try await martlet.runs.files.export("r", name: "a.zip", type: ["download"])
            #expect(archive.runID == nil && archive.type == nil)
            #expect(server.strangers == [])
        }
    }

    @Test func `runtimes, targets and human actions too`() async throws {
        try await ContractServer.with { server, martlet in
            let config = Martlet.RuntimeConfig(
                profile: true,
                idleTimeout: .seconds(60),
                viewport: (800, 600),
                proxy: "id",
                networkTraffic: ["blockAds": true]
            )
            let runtime = try await martlet.runtimes.create(name: "n", spaceID: "s", config: config, metadata: ["a": 1])
            #expect(runtime.activeRunID == nil && runtime.config == nil)
            _ = try await martlet.runtimes.update(runtime.id, name: "m", config: config)
            #expect(try await martlet.runtimes.get(runtime.id).connectURL == nil)
            #expect(try await martlet.runtimes.list(spaceID: "s", status: [.active]).items.count == 1)
            #expect(try await martlet.runtimes.start(runtime.id).connectURL.isEmpty == false)
            #expect(try await martlet.runtimes.stop(runtime.id).runID == nil)
            try await martlet.runtimes.delete(runtime.id)
            let targets = martlet.runtimes.targets
            #expect(try await targets.list("t").count == 1)
            #expect(try await targets.create("t", uri: "about:blank").uri == nil)
            _ = try await (targets.get("t", "p"), targets.activate("t", "p"), targets.delete("t", "p"))
            let actions = martlet.runtimes.humanActions
            #expect(try await actions.create("t", message: "m", timeout: .seconds(9)).status == .requested)
            _ = try await (actions.get("t"), actions.complete("t"), actions.cancel("t"))
            #expect(try await actions.wait("t", timeout: .zero).expiresAt == nil)
            #expect(server.strangers == [])
        }
    }

    @Test func `files, spaces, keys, identity and help too`() async throws {
        try await ContractServer.with { server, martlet in
            let path = FileManager.default.temporaryDirectory.appending(path: "contract-\(UUID().uuidString)").path
            try Data("x".utf8).write(to: URL(filePath: path))
            defer { try? FileManager.default.removeItem(atPath: path) }
            let filter = Martlet.FileFilter(
                spaceID: "s",
                source: .upload,
                path: "p",
                prefix: "p",
                search: "q",
                runID: "r",
                runtimeID: "t",
                types: ["download"],
                createdAfter: .now
            )
            #expect(try await martlet.files.list(filter, limit: 3).items.count == 1)
            _ = try await martlet.files.upload(path, path: "a/b", name: "b", spaceID: "s", metadata: ["a": 1])
            _ = try await (martlet.files.get("f"), martlet.files.update("f", name: "n", metadata: .null))
            #expect(try await martlet.files.download("f", to: path) == 5)
            try await martlet.files.delete("f")
            let files = martlet.runtimes.files
            _ = try await files.upload("t", path, name: "n", destinationPath: "d", runtimePath: "r", metadata: ["a": 1])
            _ = try await files.stage("t", "f", runtimePath: "r", name: "n")
            _ = try await files.collect(
                "t",
                runtimePath: "r",
                destinationPath: "d",
                name: "n",
                type: "x",
                metadata: [:]
            )
            #expect(try await files.list("t", type: ["download"]).items.count == 1)
            let space = try await martlet.spaces.create(name: "n", environment: ["storage": ["namespace": "x"]])
            _ = try await (martlet.spaces.get(space.id, includingEnvironment: true), martlet.spaces.list())
            _ = try await martlet.spaces.update(space.id, name: "m")
            _ = try await (martlet.spaces.environment("s"), martlet.spaces.updateEnvironment("s", ["vault": .null]))
            try await martlet.spaces.delete(space.id)
            #expect(try await martlet.apiKeys.create(name: "n", expiresAt: .now).secret == "text")
            #expect(try await martlet.apiKeys.list().items[0].expiresAt == nil)
            try await martlet.apiKeys.delete("k")
            #expect(try await martlet.auth.whoami().email == nil)
            #expect(try await martlet.help(topic: "runs")["type"] == "overview")
            #expect(server.strangers == [])
        }
    }

    @Test func `what is Martlet's own is asked for by name only, and said to be missing`() async throws {
        try await ContractServer.with { server, martlet in
            _ = try await martlet.runs.live("r", agentInput: .hold, name: "Ada")
            await #expect { _ = try await martlet.runs.frames.get("r") } throws: {
                ($0 as? MartletError)?.kind == .notFound
            }
            await #expect { _ = try await martlet.runs.events.streamURL("r") } throws: {
                ($0 as? MartletError)?.kind == .notFound
            }
            #expect(
                server.strangers == [
                    "POST /v1/runs/r/live: agentInput", "POST /v1/runs/r/live: name", "GET /v1/runs/r/frames",
                    "POST /v1/runs/r/stream-lease",
                ]
            )
        }
    }
}
