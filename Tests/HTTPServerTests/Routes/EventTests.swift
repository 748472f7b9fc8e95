import HTTPTypes
import JSON
import Model
import Testing

@testable import HTTPServer

@Suite(.timeLimit(.minutes(3))) struct EventTests {
    @Test func `a list is the stored text, filtered and paged`() async throws {
        try await Fixture.with { server in
            let (run, events) = try await server.endedRun(events: 5)
            let path = "/v1/runs/\(run.id)/events"
            let all = try await server.get(path)
            #expect(all.text == list(events) && all.json["nextCursor"] == .null)
            let page = try await server.get(path + "?limit=2&cursor=\(events[0].id)").json
            #expect(page["data"]?.arrayValue?.count == 2 && page["nextCursor"]?.stringValue == "\(events[2].id)")
            let typed = try await server.get(path + "?type=console.message,dialog").json
            #expect(typed["data"]?.arrayValue?.count == 2)
            #expect(
                try await server.get(path + "?cursor=\(EventID(run: RunID(), number: 1, milliseconds: 1))").status
                    == 400
            )
        }
    }

    private func list(_ events: [Event]) -> String {
        let items = events.map { String(decoding: $0.json, as: UTF8.self) }.joined(separator: ",")
        return #"{"data":["# + items + #"],"nextCursor":null}"#
    }

    @Test func `the stream of an ended run replays it, says its end, and closes`() async throws {
        try await Fixture.with { server in
            let (run, events) = try await server.endedRun(events: 1200)
            let answer = try await server.get("/v1/runs/\(run.id)/events/stream")
            #expect(answer.headers[.contentType] == "text/event-stream; charset=utf-8")
            #expect(answer.headers[.cacheControl] == "no-cache" && answer.headers[.accelBuffering] == "no")
            #expect(answer.text == events.map(frame).joined() + ended(run, answer.text))
            #expect(answer.text.contains(#""status":"stopped""#))
        }
    }

    private func frame(_ event: Event) -> String {
        "event: run.event\nid: \(event.id)\ndata: \(String(decoding: event.json, as: UTF8.self))\n\n"
    }

    /// The last frame as it came, after a look at its start.
    private func ended(_ run: Run, _ text: String) -> String {
        guard let range = text.ranges(of: "event: run.ended\ndata: {\"runId\":\"\(run.id)\"").last else { return "" }
        return String(text[range.lowerBound...])
    }

    @Test func `a stream resumes after a cursor, which wins over the header`() async throws {
        try await Fixture.with { server in
            let (run, events) = try await server.endedRun(events: 6)
            let path = "/v1/runs/\(run.id)/events/stream"
            let byHeader = try await server.send(.get, path, headers: [(.lastEventID, "\(events[3].id)")])
            #expect(byHeader.text.hasPrefix(frame(events[4])))
            let both = try await server.send(
                .get,
                path + "?cursor=\(events[4].id)",
                headers: [(.lastEventID, "\(events[0].id)")]
            )
            #expect(both.text.hasPrefix(frame(events[5])))
            let limited = try await server.get(path + "?limit=2&type=navigation")
            #expect(limited.text == frame(events[0]) + frame(events[2]))
            for wrong in ["?cursor=x", "?cursor=\(RunID())", "?limit=0", "?type=x", "?unnamed=2"] {
                #expect(try await server.get(path + wrong).code == "request.invalid", "\(wrong)")
            }
            #expect(try await server.send(.get, path, headers: [(.lastEventID, "x")]).code == "request.invalid")
            #expect(try await server.send(.head, path).status == 200)
        }
    }

    @Test func `a lease opens one run's stream without a key`() async throws {
        try await Fixture.with { server in
            let (run, events) = try await server.endedRun(events: 3)
            let other = try await server.endedRun(events: 2).run
            let lease = try await server.send(.post, "/v1/runs/\(run.id)/stream-lease", #"{"expiresInSeconds":60}"#)
            let token = lease.json["accessToken"]?.stringValue ?? ""
            #expect(lease.json["url"]?.stringValue?.contains(token) == true)
            let path = "/v1/runs/\(run.id)/events/stream?unnamed=1&access_token=\(token)"
            let text = try await server.send(.get, path, authorized: false).text
            #expect(text.hasPrefix("id: \(events[0].id)\ndata: ") && !text.contains("event: run.event"))
            for wrong in [
                "/v1/runs/\(other.id)/events/stream?access_token=\(token)", "/v1/runs/\(run.id)/events/stream",
            ] {
                #expect(try await server.send(.get, wrong, authorized: false).code == "auth.required")
            }
        }
    }
}
