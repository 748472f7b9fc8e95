import API
import ControlPlane
import Credentials
import HTTPTypes
import Model
import StoreSQLite
import Testing
import WebPages

@testable import HTTPServer

@Suite struct ViewDoorTests {
    @Test func `assets may be kept for ever, under the address of this version alone`() async throws {
        try await Fixture.with { server in
            let path = "/view/assets/\(WebPages.revision)/shared/style.css"
            let asset = try await server.send(.get, path, authorized: false)
            #expect(asset.status == 200 && asset.text.contains("--accent"))
            #expect(asset.headers[.contentType] == "text/css; charset=utf-8")
            #expect(asset.headers[.cacheControl] == "public, max-age=31536000, immutable")
            for other in ["/view/assets/0000/shared/style.css", "/view/assets/\(WebPages.revision)/shared/none.js"] {
                #expect(try await server.send(.get, other, authorized: false).status == 404)
            }
        }
    }

    @Test func `a token opens its own purpose until it lapses`() async throws {
        try await Fixture.with { server in
            let run = try await server.endedRun(events: 2).run
            let leases = Leases(store: server.store)
            let (lease, token) = try await leases.create(.recording, run: run.id, seconds: 60)
            #expect(try await leases.open(token.value, for: .recording) == lease)
            await #expect(throws: ControlPlaneError.self) { try await leases.open(token.value, for: .live) }
            await #expect(throws: ControlPlaneError.self) { try await leases.open("unknown", for: .recording) }
            let old = Secret.random()
            try await server.store.insert(
                Lease(runID: run.id, purpose: .recording, hash: old.hash, expiresAt: Timestamp.now.adding(seconds: -1))
            )
            let error = await #expect(throws: ControlPlaneError.self) {
                try await leases.open(old.value, for: .recording)
            }
            #expect(error?.code == .viewExpired)
        }
    }
}
