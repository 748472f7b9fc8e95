import JSON
import Model
import Testing

@testable import Recorder

@Suite struct ConsoleTests {
    @Test func `arguments are rendered as DevTools does`() throws {
        let lines = try Playback(fixture: "console").texts(.consoleMessage, "text")
        let expected = [
            "a 1 1.5 -0 null undefined true 10n Symbol(s)",
            "{a: 1, b: {…}, d: Array(2)} (3) [1, 'two', {…}]",
            "w S 4 4 4.6 {a: 1} {b: 2}  styled",
            "dbg", "(2) [{a: 1, b: 2}, {a: 3}]", "{x: 1}", "G", "in", "Assertion failed: assert msg",
            "Assertion failed: console.assert", "default: 1", "tr", "Console was cleared", "a b {}", "100% x",
            "\u{FFFD}",
            "NaN Infinity",
        ]
        for text in expected { #expect(lines.contains(text), "\(text)") }
        #expect(lines.contains { $0.hasPrefix("ƒ foo(a){return 1} class A{} Thu Jan 01 1970") }, "\(lines)")
        #expect(lines.contains { $0.contains("Map(1) {1 => {a: 2}} Set(1) {1}") })
        #expect(!lines.contains { $0.contains("groupEnd") })
    }

    @Test func `long texts are cut and say so`() throws {
        let events = try Playback(fixture: "console").events(.consoleMessage)
        let long = try #require(events.first { $0.data["text"]?.stringValue?.hasPrefix("long") ?? false })
        #expect(long.data["truncated"] == true && long.data["text"]?.stringValue?.utf8.count == 16_384)
        #expect(events.filter { $0.data["truncated"] == true }.count == 1)
    }

    @Test func `levels, places and times are the browser's`() throws {
        let events = try Playback(fixture: "console").events(.consoleMessage)
        #expect(events.prefix(5).map { $0.data["level"] } == ["log", "info", "warning", "error", "debug"])
        #expect(events[0].data["line"] == 1 && events[0].data["column"] == 73)
        #expect(events[0].time == Timestamp(milliseconds: 1_795_475_996_119))
    }

    @Test func `uncaught errors and rejections have message, stack and place`() throws {
        let errors = try Playback(fixture: "console").events(.pageError)
        #expect(
            errors.map { $0.data["message"]?.stringValue } == [
                "SyntaxError: Unexpected identifier 'error'", "Uncaught Error: crossorigin", "TypeError: rej", "5",
                "Error: later", "Error: uncaught", "{a: 1}", "str",
            ]
        )
        #expect(errors[5].data["stack"]?.stringValue?.hasPrefix("Error: uncaught\n    at http") == true)
        #expect(
            errors[5].data["line"] == 2 && errors[5].data["kind"] == "error" && errors[2].data["kind"] == "rejection"
        )
    }

    @Test(arguments: [
        (["9223372036854775807"], "[9223372036854775807: 1]"),
        (["-5"], "[-5: 1]"),
        (["-9223372036854775808", "9223372036854775807"], "[-9223372036854775808: 1, 9223372036854775807: 1]"),
        (["4294967294", "4294967296", "+1", "01"], "[empty × 4294967294, 1, 4294967296: 1, +1: 1, 01: 1]"),
    ])
    func `names that are no array indexes are no places`(names: [String], text: String) {
        let properties = names.map { JSON.object(["name": .string($0), "type": "number", "value": "1"]) }
        let preview: JSON = [
            "type": "object", "subtype": "array", "description": "Array(0)", "properties": .array(properties),
        ]
        #expect(RemoteValue.preview(preview) == text)
    }
}
