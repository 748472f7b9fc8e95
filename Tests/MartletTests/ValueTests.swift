import Foundation
import Testing

@testable import Martlet

struct ValueTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00.000Z", 0.0), ("2026-05-16T00:00:00.000Z", 1_778_889_600),
        ("2026-05-16T00:00:00Z", 1_778_889_600), ("2024-02-29T23:59:59.250Z", 1_709_251_199.25),
        ("2026-05-16T02:00:00.5+02:00", 1_778_889_600.5), ("1999-12-31T23:59:59.999Z", 946_684_799.999),
    ])
    func `times of the wire are read to the millisecond`(text: String, seconds: Double) throws {
        let date = try #require(Date(wire: text))
        #expect(abs(date.timeIntervalSince1970 - seconds) < 0.000_1)
    }

    @Test(arguments: [
        "", "2026", "2026-05-16", "2026-13-01T00:00:00Z", "2026-05-16T00:00:00", "2026-05-16T00:00:00.Z", "x",
    ])
    func `what is no time is nil`(text: String) { #expect(Date(wire: text) == nil) }

    @Test func `an id can reach no route but its own`() {
        #expect(Path.v1(["runs", "../api-keys?x#y%"]) == "/v1/runs/..%2Fapi-keys%3Fx%23y%25")
        #expect(Path.v1(["runs", ".."]) == "/v1/runs/%2E%2E")
        #expect(Path.encode("ü /+&=") == "%C3%BC%20%2F%2B%26%3D")
    }

    @Test(arguments: [["runs", ""], ["runs", "", "usage"], ["runs", "", ""]])
    func `an empty id reaches no route`(segments: [String]) async throws {
        let transport = Transport(Martlet.Configuration(apiKey: "k", baseURL: "http://127.0.0.1:1"))
        let request = Request(method: .get, path: Path.v1(segments))
        let error = await #expect(throws: MartletError.self) { _ = try await transport.call(request) }
        #expect(error?.kind == .validation && error?.message.hasPrefix("An id is empty") == true)
    }

    @Test func `a number that is no length of time is left out`() throws {
        let fields = try Fields(["a": 1.5, "b": 1e30, "c": -1e300, "d": .number(.nan), "e": .number(.infinity)], "x")
        #expect(fields.duration("a") == .milliseconds(1500))
        for name in ["b", "c", "d", "e"] { #expect(fields.duration(name) == nil) }
    }

    @Test func `query lists are repeated and what is nil is left out`() {
        var query: Query = ["a": "1", "b": nil]
        query.add("type", [Martlet.EventType.navigation, "made.up"])
        #expect(query.text == "?a=1&type=navigation&type=made.up")
    }

    @Test func `Retry-After is seconds or a date`() {
        #expect(Duration(retryAfter: "3") == .seconds(3))
        #expect(Duration(retryAfter: "Sun, 06 Nov 1994 08:49:37 GMT") == .seconds(0))
        #expect(Duration(retryAfter: "soon") == nil)
    }

    @Test func `an answer of a newer server is read, with what is unknown kept`() throws {
        let json: JSON = [
            "id": "e1", "type": "page.teleported", "time": "2026-05-16T00:00:00.000Z", "status": "sideways",
            "invented": ["deep": [1, 2]],
        ]
        let event = try Martlet.Event(Fields(json, "event"))
        #expect(event.type == "page.teleported" && event.status == "sideways" && event.number == nil)
        #expect(event.json["invented"]?["deep"] == [1, 2] && event.data.isEmpty)
    }
}
