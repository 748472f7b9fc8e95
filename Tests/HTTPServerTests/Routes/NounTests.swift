import HTTPTypes
import JSON
import Model
import Testing

@testable import HTTPServer

@Suite(.timeLimit(.minutes(3))) struct NounTests {
    @Test func `spaces live from create to delete`() async throws {
        try await Fixture.with { server in
            let created = try await server.send(
                .post,
                "/v1/spaces",
                #"{"name":"a","environment":{"vault":{"allow":["k"]}}}"#
            )
            #expect(created.status == 201 && created.json["name"] == "a")
            let path = "/v1/spaces/\(created.id)"
            #expect(try await server.send(.patch, path, #"{"name":"b"}"#).json["name"] == "b")
            #expect(try await server.get(path).json["environment"] == nil)
            #expect(
                try await server.get(path + "?include=environment").json["environment"]?["vault"]?["allow"] == ["k"]
            )
            let changed = try await server.send(.patch, path + "/environment", #"{"vault":{"deny":["d"]}}"#)
            #expect(changed.json == ["vault": ["allow": ["k"], "deny": ["d"]]])
            #expect(try await server.send(.delete, path).json["deleted"] == true)
            #expect(try await server.get(path).code == "space.not_found")
        }
    }

    @Test func `the default space stays`() async throws {
        try await Fixture.with { server in
            let id = try await server.get("/v1/auth/whoami").json["defaultSpaceId"]?.stringValue ?? ""
            #expect(try await server.send(.delete, "/v1/spaces/\(id)").code == "space.is_default")
        }
    }

    @Test func `runtimes live from create to delete`() async throws {
        try await Fixture.with { server in
            let created = try await server.send(.post, "/v1/runtimes", #"{"config":{"profile":true}}"#)
            #expect(created.status == 201 && created.json["status"] == "stopped")
            let path = "/v1/runtimes/\(created.id)"
            let updated = try await server.send(.patch, path, #"{"idleTimeoutSeconds":5,"config":{"stealth":"high"}}"#)
            #expect(updated.json["config"]?["idleTimeoutSeconds"] == 5 && updated.json["config"]?["stealth"] == "best")
            #expect(updated.json["config"]?["profile"] == true)
            #expect(try await server.get(path + "/targets").code == "runtime.not_active")
            #expect(try await server.send(.post, path + "/stop").json["stopped"] == false)
            #expect(try await server.get(path + "/runs").json["data"] == [])
            #expect(try await server.send(.delete, path + "?force=True").json["deleted"] == true)
            #expect(try await server.send(.delete, path).code == "runtime.not_found")
        }
    }

    @Test func `a start without a browser says how to get one`() async throws {
        try await Fixture.with { server in
            let id = try await server.send(.post, "/v1/runtimes").id
            let answer = try await server.send(.post, "/v1/runtimes/\(id)/start", headers: [(.idempotencyKey, "k")])
            #expect(answer.status == 503 && answer.code == "runtime.host_unavailable" && answer.json["hint"] != nil)
            let key = String(repeating: "k", count: 201)
            let wrong = try await server.send(.post, "/v1/runtimes/\(id)/start", headers: [(.idempotencyKey, key)])
            #expect(wrong.code == "request.invalid" && wrong.json["details"]?["field"] == "Idempotency-Key")
        }
    }

    @Test func `lists page without gap or repetition, newest first`() async throws {
        try await Fixture.with { server in
            var made: [String] = []
            for _ in 0..<5 { made.append(try await server.send(.post, "/v1/runtimes").id) }
            var seen: [String] = []
            var cursor: String? = ""
            while let next = cursor {
                let page = try await server.get("/v1/runtimes?limit=2&spaceId=default&cursor=\(next)").json
                seen += page["data"]?.arrayValue?.compactMap { $0["id"]?.stringValue } ?? []
                cursor = page["nextCursor"]?.stringValue
            }
            #expect(seen == made.reversed())
        }
    }

    @Test func `a key works until it is revoked`() async throws {
        try await Fixture.with { server in
            let created = try await server.send(.post, "/v1/api-keys", #"{"name":"k"}"#)
            let secret = created.json["secret"]?.stringValue ?? ""
            let id = created.json["data"]?["id"]?.stringValue ?? ""
            let header = [(HTTPField.Name.authorization, "Bearer \(secret)")]
            #expect(
                try await server.send(.get, "/v1/auth/whoami", headers: header, authorized: false).json["keyId"]
                    == .string(id)
            )
            #expect(try await server.get("/v1/api-keys").text.contains(secret) == false)
            #expect(try await server.get("/v1/api-keys?type=subaccount").json["data"] == [])
            #expect(try await server.send(.delete, "/v1/api-keys/\(id)").json["deleted"] == true)
            #expect(try await server.send(.get, "/v1/runs", headers: header, authorized: false).status == 401)
        }
    }

    @Test func `help is made from the document`() async throws {
        try await Fixture.with { server in
            let overview = try await server.get("/v1/help?audience=api")
            #expect(overview.json["type"] == "overview" && overview.json["topics"]?.arrayValue?.count ?? 0 > 30)
            for name in ["runtimes.start", "Runtimes%20start", "POST%20/v1/runtimes/%7BruntimeId%7D/start"] {
                let topic = try await server.get("/v1/help?topic=\(name)").json
                #expect(topic["api"]?["operationId"] == "runtimes.start" && topic["inputs"]?["path"] != nil)
            }
            #expect(try await server.get("/v1/help?topic=x").code == "help.topic_not_found")
        }
    }
}
