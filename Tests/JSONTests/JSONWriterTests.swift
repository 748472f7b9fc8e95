import JSON
import Testing

struct JSONWriterTests {
    @Test(
        arguments: [
            (JSON.null, "null"), (true, "true"), (.integer(.min), "-9223372036854775808"),
            (.integer(.max), "9223372036854775807"),
            (.number(1.5), "1.5"), (.number(3), "3"), (.number(1e300), "1e+300"), (.number(.nan), "null"),
            (.number(.infinity), "null"),
            ("é\u{2028}/", "\"é\u{2028}/\""), ("\"\\\n\r\t\u{0}\u{1F}\u{8}", #""\"\\\n\r\t\u0000\u001f\u0008""#),
            (["b": [1, "x"], "a": [:]], #"{"b":[1,"x"],"a":{}}"#), ([], "[]"), ("", "\"\""), (0, "0"), (-10, "-10"),
        ] as [(JSON, String)]
    )
    func `values are written compactly, members in their order`(value: JSON, expected: String) {
        #expect(value.text == expected)
    }

    @Test(arguments: [
        #"{"a":[1,-2,3.25,true,false,null],"b":{"c":"é😀\\\"\n\u0001","d":""},"e":1e+300,"f":1795476011446.458}"#,
        #"[[],{},[{}],"\u2028/"]"#, "0.1", "1e-07", "5e-324", "1.7976931348623157e+308",
    ])
    func `what was written reads as the same value`(text: String) throws {
        let value = try JSON.parse(text)
        #expect(try JSON.parse(value.bytes) == value)
        #expect(try JSON.parse(value.bytes).bytes == value.bytes)
    }
}
