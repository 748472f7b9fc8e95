import API
import JSON
import Testing

@Suite struct BodyReaderTests {
    @Test func `no bytes are an empty object`() throws { #expect(try BodyReader.object([]).object.isEmpty) }

    @Test(arguments: ["[]", "null", #""text""#, "1", "{", #"{"a":1}{}"#, #"{"a":NaN}"#, " "])
    func `what is no object is refused`(text: String) {
        let error = #expect(throws: APIError.self) { _ = try BodyReader.object(Array(text.utf8)) }
        #expect(error?.code == .requestInvalid)
    }

    @Test func `malformed JSON is refused with the place`() {
        let error = #expect(throws: APIError.self) { _ = try BodyReader.object(Array(#"{"a":!}"#.utf8)) }
        #expect(error?.details["offset"] == 5)
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        let bytes = Array(#"{"a":""#.utf8) + [0xFF, 0xFE] + Array(#""}"#.utf8)
        #expect(throws: APIError.self) { _ = try BodyReader.object(bytes) }
    }

    @Test(arguments: ["[", #"{"a":"#]) func `deep nesting is refused, not followed`(piece: String) {
        let bytes = Array(String(repeating: piece, count: 100_000).utf8)
        #expect(throws: APIError.self) { _ = try BodyReader.object(bytes) }
    }
}
