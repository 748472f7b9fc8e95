import JSON
import Testing

struct JSONParserTests {
    @Test(
        arguments: [
            ("null", JSON.null), (" \n\r\ttrue ", true), ("false", false), ("0", 0), ("-0", 0), ("-1", -1), ("[]", []),
            ("{}", [:]),
            ("[1,[2],{\"a\":[]}]", [1, [2], ["a": []]]), ("1.5", 1.5), ("1e2", 100.0), ("-2.5E-1", -0.25), ("\"\"", ""),
            ("{\"\":1}", ["": 1]), ("{ \"a\" : 1 , \"b\" : null }", ["a": 1, "b": nil]),
            ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
            ("9223372036854775808", .number(9223372036854775808)),
            ("123456789012345678901234567890", .number(1.2345678901234568e29)),
            ("999999999999999999", 999_999_999_999_999_999), ("1e-400", .number(0)),
        ] as [(String, JSON)]
    )
    func `values are read`(text: String, expected: JSON) throws {
        #expect(try JSON.parse(text) == expected)
    }

    @Test(arguments: [
        (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz"), (#""\u0041\u00e9\u20AC""#, "Aé€"),
        (#""\ud83d\ude00""#, "😀"),
        (#""\ud800""#, "\u{FFFD}"), (#""\udc00x""#, "\u{FFFD}x"), (#""\ud800\ud800""#, "\u{FFFD}\u{FFFD}"),
        (#""\ud800\u0041""#, "\u{FFFD}A"), (#""\ud83dé""#, "\u{FFFD}é"), (#""é😀\n""#, "é😀\n"), (#""\u0000""#, "\u{0}"),
    ])
    func `strings are read, lone surrogates replaced`(text: String, expected: String) throws {
        #expect(try JSON.parse(text) == .string(expected))
    }

    @Test(arguments: [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF5, 0x80]] as [[UInt8]])
    func `bytes that are no UTF-8 are replaced`(bytes: [UInt8]) throws {
        let quote = UInt8(ascii: "\"")
        let value = try JSON.parse([quote] + bytes + [quote]).stringValue
        #expect(value?.unicodeScalars.allSatisfy { $0 == "\u{FFFD}" } == true)
        #expect(value?.isEmpty == false)
        #expect(try JSON.parse([quote] + bytes + Array(#"\n""#.utf8)).stringValue?.hasSuffix("\n") == true)
    }

    @Test(arguments: [
        "", " ", "nul", "nulL", "truefalse", "+1", "01", "-", "-01", "1.", ".5", "1e", "1e+", "1x", "0x1", "NaN",
        "Infinity", "1e999",
        "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "{", "}", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,",
        "{\"a\":1,}", "{a:1}",
        "{\"a\" 1}", "{1:1}", "\"", "\"a", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\ud800\\u\"", "\"\u{1}\"",
        "\"\n\"", "1 2",
        "[]]", "'a'", "\u{FEFF}1", "//x\n1", "--1", "\"a\\n\u{1}\"",
    ])
    func `what RFC 8259 forbids is refused`(text: String) {
        #expect(throws: JSONParseError.self) { try JSON.parse(text) }
    }

    @Test func `512 levels are read, 513 refused`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try JSON.parse(nested(JSON.maximumDepth))
        #expect(throws: JSONParseError.self) { try JSON.parse(nested(JSON.maximumDepth + 1)) }
        #expect(throws: JSONParseError.self) { try JSON.parse(String(repeating: "{\"a\":", count: 1_000_000)) }
    }

    @Test(arguments: [2, 40])
    func `of members with one name the last one counts`(count: Int) throws {
        let members = (0..<count).map { #""a":\#($0),"k\#($0)":0"# }.joined(separator: ",")
        let object = try JSON.parse("{\(members)}").objectValue
        #expect(object?["a"] == .integer(Int64(count - 1)))
        #expect(object?.count == count + 1)
    }

    @Test func `no cut and no changed byte traps`() {
        let whole = Array(#"{"a":[1.5e3,-2,"\ud83d\ude00\n",true,null],"é":{"x":""}}"#.utf8)
        for end in whole.indices {
            _ = try? JSON.parse(whole[..<end])
            for byte in UInt8.min...UInt8.max {
                var changed = whole
                changed[end] = byte
                _ = try? JSON.parse(changed)
            }
        }
    }
}
