import API
import JSON
import Testing

@Suite struct RunExportRequestTests {
    private func request(_ text: String) throws -> RunExportRequest {
        let object = try #require(try JSON.parse(Array(text.utf8)).objectValue)
        return try RunExportRequest(ObjectReader(object), parts: ["events", "activity", "recording"])
    }

    @Test func `without options everything that is a file goes into run-files.zip`() throws {
        let found = try request("{}")
        #expect(found.name == "run-files.zip")
        #expect(found.types.isEmpty && found.include.isEmpty && found.idempotencyKey == nil)
    }

    @Test(arguments: [("a.zip", "a.zip"), ("a", "a.zip"), ("A.ZIP", "A.ZIP"), ("a.tar", "a.tar.zip"), (".zip", ".zip")])
    func `a name without its ending gets it`(given: String, name: String) throws {
        #expect(try request(#"{"name":"\#(given)"}"#).name == name)
    }

    @Test func `the command line's form is understood`() throws {
        let found = try request(#"{"format":"zip","name":"x.zip","filter":{"type":["download","pdf"]}}"#)
        #expect(found.types == ["download", "pdf"])
        #expect(try request(#"{"type":"download,pdf","include":"events"}"#).types == ["download", "pdf"])
        #expect(try request(#"{"include":["events","recording"]}"#).include == ["events", "recording"])
    }

    @Test(arguments: [
        #"{"name":""}"#, #"{"name":"a/b.zip"}"#, #"{"name":"a\\b.zip"}"#, #"{"name":7}"#, #"{"type":[7]}"#,
        #"{"include":["video"]}"#, #"{"format":"tar"}"#, #"{"name":"\#(String(repeating: "n", count: 256))"}"#,
        #"{"idempotencyKey":""}"#, #"{"filter":[]}"#,
    ])
    func `what is not allowed is refused`(text: String) throws {
        #expect(throws: APIError.self) { try request(text) }
    }
}
