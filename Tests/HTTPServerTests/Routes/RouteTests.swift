import HTTPTypes
import JSON
import Model
import Testing

@testable import HTTPServer

@Suite(.timeLimit(.minutes(3))) struct RouteTests {
    @Test func `health and the document need no key`() async throws {
        try await Fixture.with { server in
            for path in ["/healthz", "/openapi.json"] {
                let answer = try await server.send(.get, path, authorized: false)
                #expect(answer.status == 200 && answer.headers[.requestID]?.isEmpty == false)
            }
        }
    }

    @Test(arguments: ["", "Bearer", "Bearer wrong", "Basic dXNlcjpwYXNz", "bctrl_test"])
    func `other routes need a valid key`(header: String) async throws {
        try await Fixture.with { server in
            let headers = [(HTTPField.Name.authorization, header)]
            let answer = try await server.send(.get, "/v1/runs", headers: headers, authorized: false)
            #expect(answer.status == 401 && answer.code == "auth.required")
            #expect(answer.headers[.wwwAuthenticate] == "Bearer")
        }
    }

    @Test func `an error's request id is the header's, and none is taken from outside`() async throws {
        try await Fixture.with { server in
            let answer = try await server.send(.get, "/v1/runs/x", headers: [(.requestID, "mine")])
            #expect(answer.status == 404 && answer.code == "run.not_found")
            #expect(
                answer.json["requestId"]?.stringValue == answer.headers[.requestID]
                    && answer.headers[.requestID] != "mine"
            )
        }
    }

    @Test func `unknown paths and methods are told apart`() async throws {
        try await Fixture.with { server in
            #expect(try await server.get("/v1/tools").code == "route.not_found")
            #expect(try await server.get("/v1/runs/../../etc/passwd").code == "route.not_found")
            #expect(!(try await server.get("/v1/runs/bctrl_secret").text.contains("bctrl_secret")))
            let answer = try await server.send(.delete, "/v1/runs")
            #expect(answer.status == 405 && answer.code == "method.not_allowed")
            #expect(answer.headers[.allow] == "GET, HEAD, OPTIONS")
            let options = try await server.send(.options, "/v1/spaces", authorized: false)
            #expect(options.status == 204 && options.headers[.allow] == "GET, HEAD, POST, OPTIONS")
        }
    }

    @Test func `HEAD is GET without the body`() async throws {
        try await Fixture.with { server in
            let (get, head) = (try await server.get("/v1/help"), try await server.send(.head, "/v1/help"))
            #expect(head.status == 200 && head.text.isEmpty)
            #expect(head.headers[.contentLength] == get.headers[.contentLength])
            #expect(try await server.send(.head, "/v1/nothing").status == 404)
        }
    }

    @Test func `every operation of the document has its route, and no other route exists`() async throws {
        let document = try JSON.parse(OpenAPIDocument.text)
        let paths = try #require(document["paths"]?.objectValue?.members)
        let written = paths.flatMap { path, item in
            (item.objectValue?.members ?? []).map { "\($0.name.uppercased()) \(path)" }
        }
        try await Fixture.with { server in
            for operation in written {
                let parts = operation.split(separator: " ").map(String.init)
                let method = try #require(HTTPRequest.Method(parts[0]))
                let answer = try await server.send(method, parts[1].replacing("{", with: "").replacing("}", with: ""))
                #expect(answer.code != "route.not_found" && answer.code != "method.not_allowed", "\(operation)")
            }
        }
        #expect(written.count >= 34)
    }

    @Test func `bodies beyond 1 MiB are refused`() async throws {
        try await Fixture.with { server in
            let body = #"{"name":""# + String(repeating: "x", count: 1024 * 1024) + #""}"#
            let answer = try await server.send(.post, "/v1/spaces", body)
            #expect(answer.status == 413 && answer.code == "request.too_large")
        }
    }

    @Test func `pages of configured origins are told that they may send a key`() async throws {
        let settings = ServerSettings(allowedOrigins: ["https://a.example"])
        try await Fixture.with(settings: settings) { server in
            let asked: [(HTTPField.Name, String)] = [
                (.origin, "https://a.example"), (.accessControlRequestMethod, "GET"),
                (.accessControlRequestHeaders, "authorization"),
            ]
            let answer = try await server.send(.options, "/v1/runs", headers: asked, authorized: false)
            #expect(answer.status == 204 && answer.headers[.accessControlAllowOrigin] == "https://a.example")
            #expect(answer.headers[.accessControlAllowHeaders]?.contains("Authorization") == true)
        }
    }

    @Test func `pages of configured origins may read`() async throws {
        let settings = ServerSettings(allowedOrigins: ["https://a.example"])
        try await Fixture.with(settings: settings) { server in
            let allowed = try await server.send(.get, "/v1/runs", headers: [(.origin, "https://a.example")])
            #expect(allowed.headers[.accessControlAllowOrigin] == "https://a.example")
            let foreign = try await server.send(.get, "/v1/runs", headers: [(.origin, "https://b.example")])
            #expect(foreign.headers[.accessControlAllowOrigin] == nil)
            let failed = try await server.send(.get, "/v1/runs/x", headers: [(.origin, "https://a.example")])
            #expect(failed.status == 404 && failed.headers[.accessControlAllowOrigin] == "https://a.example")
        }
    }
}
