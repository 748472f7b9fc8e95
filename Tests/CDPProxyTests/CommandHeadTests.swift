import Testing

@testable import CDPProxy

@Suite struct CommandHeadTests {
    @Test(arguments: [
        #"{"id":7,"method":"Runtime.evaluate","params":{"expression":"aaaa"#,
        #"{"id":7,"sessionId":"S","method":"Runtime.evaluate","params":{"a":[1,{"b":2},"c"#,
        #"{ "method" : "Runtime.evaluate", "id" : 7 , "params":{"#,
        #"{"id":7,"method":"Runtime.evaluate","x":"cut here"#,
    ])
    func `the members before the cut are found`(_ text: String) {
        let head = CommandHead(Array(text.utf8))
        #expect(head.id == 7)
        #expect(head.method == "Runtime.evaluate")
    }

    @Test(arguments: ["", "{", "[1,2", #"{"params":{"id":1,"method":"x""#, #"{"a":"{,\","#, "null", #""""#])
    func `what has no head has none`(_ text: String) {
        #expect(CommandHead(Array(text.utf8)).method == nil)
    }
}
