import API
import Testing

@testable import HTTPServer

@Suite struct EventMatchTests {
    private static let failed =
        #"{"id":"1","seq":1,"type":"network.failed","time":"t","name":"GET /Cart","data":{"url":"https://shop.example/Cart","errorText":"net::ERR_FAILED","resourceType":"fetch"}}"#
    private static let missing =
        #"{"id":"2","seq":2,"type":"network.response","time":"t","name":"404 GET /a","data":{"url":"https://shop.example/a","statusCode":404,"mimeType":"text/html","resourceType":"document"}}"#
    private static let line =
        #"{"id":"3","seq":3,"type":"console.message","time":"t","name":"Hello","data":{"level":"warning","text":"Hello Cart"}}"#
    private static let error =
        #"{"id":"4","seq":4,"type":"page.error","time":"t","name":"Error: x","data":{"message":"Error: x"}}"#

    @Test(arguments: [
        ("q=cart", [1, 3]), ("q=404", [2]), ("q=text/html", [2]), ("q=err_failed", [1]), ("q=nothing", []),
        ("kind=failed", [1, 2]), ("kind=fetch", [1]), ("kind=document,warning", [2, 3]), ("kind=error", [4]),
        ("kind=failed&q=cart", [1]), ("kind=fetch&kind=error", [1, 4]),
    ])
    func `events are narrowed down by words and kinds`(query: String, expected: [Int]) throws {
        let match = try #require(try EventMatch(QueryReader(query)))
        let texts = [Self.failed, Self.missing, Self.line, Self.error]
        let found = texts.indices.filter { match.holds(Array(texts[$0].utf8)) }.map { $0 + 1 }
        #expect(found == expected)
    }

    @Test func `without words and kinds there is nothing to match`() throws {
        #expect(try EventMatch(QueryReader("after=3&q=&kind=")) == nil)
        #expect(throws: APIError.self) { try EventMatch(QueryReader("q=" + String(repeating: "x", count: 256))) }
    }

    @Test func `what is not shown of an event is not searched`() throws {
        let match = try #require(try EventMatch(QueryReader("q=seq")))
        #expect(!match.holds(Array(Self.line.utf8)))
    }
}
