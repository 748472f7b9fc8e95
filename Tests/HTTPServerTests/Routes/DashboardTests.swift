import ControlPlane
import Credentials
import Model
import Store
import Testing

@testable import HTTPServer

@Suite(.timeLimit(.minutes(3))) struct DashboardTests {
    @Test func `a code is good once, until it lapses, and becomes a key that lapses`() async throws {
        try await Fixture.with { server in
            let signIn = server.controlPlane.dashboardSignIn
            let maker = try #require(try await server.controlPlane.keys.authenticate(Fixture.key))
            let now = Timestamp.now

            let (code, expiresAt) = signIn.code(for: maker, now: now)
            #expect(expiresAt == now.adding(seconds: DashboardSignIn.codeSeconds))
            let last = expiresAt.adding(seconds: -1)
            let (key, secret) = try await signIn.exchange(code.value, now: last)
            #expect(key.name == "dashboard" && key.expiresAt == last.adding(seconds: DashboardSignIn.sessionSeconds))
            #expect(try await server.controlPlane.keys.authenticate(secret.value)?.id == key.id)
            await #expect(throws: ControlPlaneError.self) { try await signIn.exchange(code.value, now: last) }

            let late = signIn.code(for: maker, now: now)
            await #expect(throws: ControlPlaneError.self) {
                try await signIn.exchange(late.code.value, now: late.expiresAt)
            }
        }
    }

    @Test func `a session ends with the key that asked for it, and lapsed ones are forgotten`() async throws {
        try await Fixture.with { server in
            let (signIn, keys) = (server.controlPlane.dashboardSignIn, server.controlPlane.keys)
            let now = Timestamp.now
            let end = now.adding(seconds: 600)
            let (maker, _) = try await keys.create(name: "guest", expiresAt: end)
            let first = try await signIn.exchange(signIn.code(for: maker, now: now).code.value, now: now)
            #expect(first.key.expiresAt == end)

            let later = now.adding(seconds: 700)
            let lapsed = signIn.code(for: maker, now: later)
            await #expect(throws: ControlPlaneError.self) { try await signIn.exchange(lapsed.code.value, now: later) }
            let owner = try #require(try await keys.authenticate(Fixture.key))
            _ = try await signIn.exchange(signIn.code(for: owner, now: later).code.value, now: later)
            let names = try await keys.list(PageRequest(limit: 50)).items.map(\.id)
            #expect(!names.contains(first.key.id) && names.contains(maker.id))
        }
    }

    @Test func `its pages are for everyone and the same at each address`() async throws {
        try await Fixture.with { server in
            let page = try await server.get("/")
            #expect(page.status == 200)
            for path in ["/runs", "/runs/anything", "/runtimes"] {
                #expect(try await server.get(path).text == page.text)
            }
        }
    }
}
