import Testing

@testable import LiveView

@Suite struct ViewerMessageTests {
    @Test(arguments: ["", "nonsense", "[]", "1", "{}", #"{"type":1}"#, #"{"type":null}"#, "\u{0}"])
    func `what is no object with a type closes the line`(_ text: String) {
        #expect(throws: BrokenMessage.self) { try ViewerMessage.read(text) }
    }

    @Test(arguments: [
        #"{"type":"mouse"}"#, #"{"type":"mouse","action":"down","x":1,"y":2}"#,
        #"{"type":"mouse","action":"fly","x":1,"y":2}"#, #"{"type":"mouse","action":"move","x":"1","y":2}"#,
        #"{"type":"mouse","action":"move","x":1e99,"y":2}"#,
        #"{"type":"mouse","action":"move","x":1,"y":2,"modifiers":16}"#,
        #"{"type":"wheel","x":1,"y":1,"deltaY":1e9}"#, #"{"type":"touch","action":"start","points":{}}"#,
        #"{"type":"key","action":"down"}"#, #"{"type":"key","action":"down","key":"a","location":9}"#,
        #"{"type":"compose","text":"a","selectionStart":2}"#, #"{"type":"navigate","action":"to"}"#,
        #"{"type":"tab","action":"close"}"#, #"{"type":"dialog","id":1}"#, #"{"type":"select","id":1,"indexes":[-1]}"#,
        #"{"type":"files","id":1,"uploadIds":[1]}"#, #"{"type":"ack"}"#,
        #"{"type":"mouse","action":"move","x":1,"y":2,"epoch":-1}"#,
    ])
    func `a message with a bad member is refused and names it`(_ text: String) throws {
        let (_, message) = try ViewerMessage.read(text)
        #expect(throws: Refusal.self) { try message.get() }
    }

    @Test func `an unknown type is refused as such`() throws {
        let (type, message) = try ViewerMessage.read(#"{"type":"dance"}"#)
        #expect(type == "dance")
        guard case .failure(let refusal) = message else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.code == .unknownType)
    }

    @Test func `input keeps its epoch and the frame it was made on`() throws {
        let text =
            #"{"type":"mouse","action":"down","x":10.5,"y":4,"frame":7,"button":"left","buttons":1,"epoch":3,"more":[]}"#
        let expected = MouseInput(
            action: .down,
            point: PicturePoint(x: 10.5, y: 4, frame: 7),
            button: .left,
            buttons: 1,
            clickCount: 1,
            modifiers: 0
        )
        #expect(try ViewerMessage.read(text).message.get() == .input(.mouse(expected), epoch: 3))
    }

    @Test(arguments: [
        ("example.com", "https://example.com"), ("localhost:8080/x", "http://localhost:8080/x"),
        (" http://a.b/?q=1", "http://a.b/?q=1"), ("about:blank", "about:blank"), ("a.b?x=y:z", "https://a.b?x=y:z"),
        ("example.com:8080", "https://example.com:8080"), ("a.b/two words", "https://a.b/two words"),
        ("LOCALHOST", "http://LOCALHOST"), ("shop.localhost/a", "http://shop.localhost/a"),
        ("[::1]:80/", "http://[::1]:80/"),
        ("127.0.0.1:18930/a b", "http://127.0.0.1:18930/a b"), ("10.0.0.7 ", "http://10.0.0.7"),
        ("1.2.3.400", "https://1.2.3.400"),
        ("localhost.example", "https://localhost.example"), ("https://127.0.0.1/", "https://127.0.0.1/"),
    ])
    func `an address without a scheme gets one`(_ typed: String, _ address: String) throws {
        #expect(try TypedAddress.whole(typed) == address)
    }

    @Test(arguments: [
        "file:///etc/passwd", "chrome://version", "javascript:alert(1)", "data:text/html,x", "view-source:x", "", " ",
        "blob:x",
    ])
    func `no other scheme is opened`(_ typed: String) {
        #expect(throws: Refusal.self) { try TypedAddress.whole(typed) }
    }

    @Test(arguments: ["not a url", "http://not a url/", "http://", "/etc/passwd", "?x"])
    func `what is no address is said to be none`(_ typed: String) {
        let refusal = #expect(throws: Refusal.self) { try TypedAddress.whole(typed) }
        #expect(refusal?.message == "“\(typed)” is no address. Type one like example.com or localhost:3000.")
    }
}
