import JSON
import Model
import Store
import Testing

@testable import StoreSQLite

@Suite struct RuntimeTests {
    static let fullConfig = RuntimeConfig(
        profile: true,
        idleTimeoutSeconds: 77,
        viewport: Viewport(width: 800, height: 600),
        networkTraffic: NetworkTraffic(
            saver: .high,
            blockAds: true,
            blockTrackers: true,
            blockResourceTypes: [.font, .media],
            urlBlocklist: ["*://ads/*"],
            urlAllowlist: ["https://*"]
        ),
        proxy: ProxyServer(
            scheme: .socks5,
            host: "proxy",
            port: 1080,
            username: "user",
            password: "s\"ecret",
            dnsResolution: .proxy
        ),
        stealth: .best,
        autoUpgrade: false,
        extensionIDs: ["a", "b"],
        forceOpenShadowRoots: true,
        webRTCProxyOnly: true
    )

    @Test(arguments: [
        fullConfig, RuntimeConfig(), RuntimeConfig(proxy: ProxyServer(scheme: .http, host: "h", port: 1)),
    ])
    func `a runtime is read as it was inserted`(config: RuntimeConfig) async throws {
        try await withStore { store in
            let space = Space(name: "space")
            try await store.insert(space)
            let runtime = Runtime(spaceID: space.id, name: "r", config: config, metadata: ["a": [1, 2.5, nil]])
            try await store.insert(runtime)
            #expect(try await store.runtime(runtime.id) == runtime)
            await expect(.conflict) { try await store.insert(runtime) }
            await expect(.notFound) { try await store.insert(Runtime(spaceID: SpaceID(), name: "x")) }
        }
    }

    @Test func `a configuration without a needed member is not read`() throws {
        var stored = try #require(try JSON.parse(Self.fullConfig.storedText).objectValue)
        #expect(RuntimeConfig(stored: stored) == Self.fullConfig)
        stored["proxy"] = ["scheme": "gopher"]
        #expect(RuntimeConfig(stored: stored) == nil)
        #expect(RuntimeConfig(stored: [:]) == nil)
    }

    @Test func `settings and life are replaced each by itself`() async throws {
        try await withStore { store in
            let space = Space(name: "space")
            try await store.insert(space)
            let before = Runtime(spaceID: space.id, name: "r")
            try await store.insert(before)
            var (settings, life, both) = (before, before, before)
            settings.name = "new"
            settings.config = Self.fullConfig
            settings.updatedAt = before.updatedAt.adding(seconds: 1)
            life.status = .failed
            life.activeRunID = RunID()
            life.lastActivityAt = .now
            (both.status, both.activeRunID, both.lastActivityAt) = (life.status, life.activeRunID, life.lastActivityAt)
            try await store.updateLife(of: life)
            #expect(try await store.runtime(before.id) == life)
            try await store.updateSettings(of: settings)
            (both.name, both.config, both.updatedAt) = (settings.name, settings.config, settings.updatedAt)
            #expect(try await store.runtime(before.id) == both)
            let absent = Runtime(spaceID: space.id, name: "absent")
            await expect(.notFound) { try await store.updateSettings(of: absent) }
            await expect(.notFound) { try await store.updateLife(of: absent) }
        }
    }

    @Test func `lists filter by space and status`() async throws {
        try await withStore { store in
            let spaces = [Space(name: "a"), Space(name: "b")]
            var runtimes: [Runtime] = []
            for space in spaces {
                try await store.insert(space)
                for status in Runtime.Status.allCases {
                    runtimes.append(Runtime(spaceID: space.id, name: "r", status: status))
                }
            }
            for runtime in runtimes { try await store.insert(runtime) }
            func list(_ filter: RuntimeFilter) async throws -> [Runtime] {
                try await store.runtimes(filter, PageRequest()).items
            }
            #expect(try await list(RuntimeFilter()) == runtimes.reversed())
            #expect(try await list(RuntimeFilter(spaceID: spaces[0].id)) == Array(runtimes[..<3].reversed()))
            let filter = RuntimeFilter(spaceID: spaces[1].id, statuses: [.failed, .stopped])
            #expect(try await list(filter) == [runtimes[5], runtimes[4]])
        }
    }

    @Test func `a runtime is deleted only when it has no open run`() async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            await expect(.conflict) { try await store.deleteRuntime(run.runtimeID) }
            try await store.close(run.id, RunEnd(reason: .api), last: [run.event(2)], activity: [])
            try await store.deleteRuntime(run.runtimeID)
            await expect(.notFound) { try await store.deleteRuntime(run.runtimeID) }
            #expect(try await store.run(run.id)?.runtimeName == run.runtimeName)
        }
    }
}
