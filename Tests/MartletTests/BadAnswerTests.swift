import Foundation
import Testing

@testable import Martlet

/// What stands at the other end is wrong, broken or no Martlet at all: a sentence comes, never a stack of types.
@Suite(.timeLimit(.minutes(2)))
struct BadAnswerTests {
    private func failure(_ answers: [String], retries: Int = 0) async throws -> MartletError {
        try await Relay.with(to: 9, answers.map { .says($0) }) { _, url in
            var configuration = Martlet.Configuration(apiKey: "bctrl_k", baseURL: url)
            configuration.retries = retries
            do {
                _ = try await Martlet(configuration).runs.get("r")
                throw CancellationError()
            } catch let error as MartletError {
                return error
            }
        }
    }

    private func http(_ status: String, _ type: String, _ body: String, _ more: String = "") -> String {
        "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n\(more)Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
    }

    @Test func `a proxy's page is told from an answer of the server`() async throws {
        let error = try await failure([http("502 Bad Gateway", "text/html", "<html><h1>nginx</h1></html>")])
        #expect(error.kind == .server && error.status == 502)
        #expect(error.description.contains("an HTML page") && error.description.contains("A proxy stands before"))
        #expect(!error.description.contains("nginx"))
    }

    @Test func `a success that is no JSON is no success`() async throws {
        let error = try await failure([http("200 OK", "text/html", "<!doctype html>Welcome")])
        #expect(error.kind == .unexpectedAnswer && error.description.contains("Check the address"))
    }

    @Test func `broken JSON is said to be broken`() async throws {
        let error = try await failure([http("200 OK", "application/json", #"{"id": "r", "#)])
        #expect(error.kind == .unexpectedAnswer && error.description.contains("broken JSON"))
    }

    @Test func `a member that is missing is named`() async throws {
        let error = try await failure([http("200 OK", "application/json", #"{"id": "r"}"#)])
        #expect(error.description == "The server sent a run without `spaceId`.")
    }

    @Test func `a redirect is told, not followed with the key`() async throws {
        let error = try await failure([http("301 Moved", "text/html", "", "Location: https://elsewhere.example/v1\r\n")]
        )
        #expect(error.description.contains("redirects to https://elsewhere.example/v1"))
    }

    @Test func `what is not HTTP is a broken connection`() async throws {
        let error = try await failure(["220 mail.example ESMTP\r\n"])
        #expect(error.kind == .connectionLost)
    }

    @Test func `half an answer is asked for again, and named when it stays half`() async throws {
        let half = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"id\":"
        let error = try await failure([half, half, half], retries: 2)
        #expect(error.kind == .connectionLost && error.description.contains("in the middle of an answer"))
        let rest = http(
            "404 Not Found",
            "application/json",
            #"{"code":"run.not_found","error":"No such run.","hint":"Look."}"#
        )
        let second = try await failure([half, rest], retries: 2)
        #expect(
            second.kind == .notFound && second.code == "run.not_found" && second.description == "No such run. Look."
        )
    }

    @Test func `a server that says when is asked again then`() async throws {
        let busy = http(
            "429 Too Many",
            "application/json",
            #"{"code":"rate_limited","error":"Slow down."}"#,
            "Retry-After: 0.4\r\n"
        )
        let began = ContinuousClock.now
        let error = try await failure([busy, busy], retries: 1)
        #expect(error.kind == .rateLimited && error.retryAfter == .seconds(0.4))
        #expect(began.duration(to: .now) >= .milliseconds(400))
    }

    @Test func `a stop is tried as often as every other call`() async throws {
        let busy = http("503 Busy", "application/json", #"{"code":"busy","error":"Busy."}"#, "Retry-After: 0\r\n")
        try await Relay.with(to: 9, Array(repeating: .says(busy), count: 20)) { relay, url in
            await #expect(throws: MartletError.self) {
                _ = try await Martlet(apiKey: "bctrl_k", baseURL: url).runtimes.stop("r")
            }
            #expect(relay.connections == 3)
        }
    }

    @Test func `a frame whose time is no number is a frame without one`() async throws {
        let frame = http("200 OK", "image/jpeg", "JPEG", "X-Frame-Time: nan\r\n")
        try await Relay.with(to: 9, [.says(frame)]) { _, url in
            let frame = try await Martlet(apiKey: "bctrl_k", baseURL: url).runs.frames.get("r")
            #expect(frame.time == nil && frame.jpeg == Array("JPEG".utf8))
        }
    }

    private static let active = """
        {"id":"r","spaceId":"s","runtimeId":"t","status":"active","startedAt":"2026-05-16T00:00:00.000Z",\
        "createdAt":"2026-05-16T00:00:00.000Z","updatedAt":"2026-05-16T00:00:00.000Z"}
        """

    @Test func `a server that does not wait is asked once a second`() async throws {
        try await Relay.with(to: 9, Array(repeating: .says(http("200 OK", "application/json", Self.active)), count: 9))
        {
            relay,
            url in
            let run = try await Martlet(apiKey: "bctrl_k", baseURL: url).runs.wait("r", timeout: .seconds(1.5))
            #expect(run.status == .active && (2...4).contains(relay.connections), "\(relay.connections)")
        }
    }

    @Test func `waits of all lengths share their connections`() async throws {
        try await Relay.with(to: 9, Array(repeating: .says(http("200 OK", "application/json", Self.active)), count: 40))
        {
            relay,
            url in
            var configuration = Martlet.Configuration(apiKey: "bctrl_k", baseURL: url)
            configuration.timeout = .seconds(17.123)
            let martlet = Martlet(configuration)
            for length in 1...9 { _ = try await martlet.runs.wait("r", timeout: .milliseconds(length)) }
            let own = Connections.kinds.map(\.silence.inSeconds).filter {
                (17.0...17.9).contains($0) || (47.0...47.9).contains($0)
            }
            #expect(relay.connections >= 9 && own.count == 1, "\(own)")
        }
    }

    @Test func `no server, no host, no TLS`() async throws {
        func error(_ url: String) async -> MartletError? {
            var configuration = Martlet.Configuration(apiKey: "k", baseURL: url)
            configuration.retries = 0
            do { _ = try await Martlet(configuration).auth.whoami() } catch { return error as? MartletError }
            return nil
        }
        let port = try freePort()
        let refused = await error("http://127.0.0.1:\(port)")
        #expect(refused?.kind == .unreachable)
        #expect(refused?.description.hasPrefix("No server answers on http://127.0.0.1:\(port). Start one") == true)
        let unknown = await error("http://no-such-host.invalid")
        #expect(unknown?.description.contains("has no address") == true, "\(String(describing: unknown))")
        try await Relay.with(to: 9, [.says(http("400 Bad Request", "text/html", "<html>"))]) { _, url in
            let plain = await error(url.replacing("http:", with: "https:"))
            #expect(plain?.kind == .insecure && plain?.description.contains("does not speak TLS") == true)
        }
    }

    @Test func `a server that does not answer is given up in time`() async throws {
        try await TestServer.with { server in
            try await Relay.with(to: server.port, [.silent(after: 0)]) { _, url in
                var configuration = Martlet.Configuration(apiKey: TestServer.key, baseURL: url)
                configuration.timeout = .milliseconds(300)
                configuration.retries = 0
                await #expect { _ = try await Martlet(configuration).auth.whoami() } throws: { error in
                    (error as? MartletError)?.kind == .timedOut
                }
            }
        }
    }

    @Test func `a wrong key is told from everything else`() async throws {
        try await TestServer.with { server in
            await #expect { _ = try await Martlet(apiKey: "bctrl_wrong", baseURL: server.url).auth.whoami() } throws: {
                let error = $0 as? MartletError
                return error?.kind == .authentication && error?.code == "auth.required" && error?.requestID != nil
            }
        }
    }
}
