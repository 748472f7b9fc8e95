import NIOCore
import Synchronization
import Testing

@testable import CDPProxy

@Suite struct AttachmentReaderTests {
    private final class Tap: CommandTap {
        let found = Mutex<[String]>([])
        func clientConnected(_ client: Int) {}
        func received(_ command: ClientCommand) {}
        func clientDisconnected(_ client: Int) {}
        func attached(_ client: Int, session: String, target: String) {
            found.withLock { $0.append("\(client) \(session) \(target)") }
        }
    }

    private func read(_ pieces: [String]) -> [String] {
        let tap = Tap()
        var reader = AttachmentReader(client: 3, tap: tap)
        for piece in pieces { reader.read(ByteBuffer(string: piece)) }
        return tap.found.withLock { $0 }
    }

    private let event =
        #"{"method":"Target.attachedToTarget","params":{"sessionId":"S1","targetInfo":{"targetId":"T1","type":"page"}}}"#

    @Test func `sessions are found wherever a buffer ends`() {
        let text = "\u{1}\(event)\u{1}{\"id\":1,\"result\":{}}"
        for cut in 1..<text.utf8.count {
            let bytes = Array(text.utf8)
            let pieces = [
                String(decoding: bytes[..<cut], as: UTF8.self), String(decoding: bytes[cut...], as: UTF8.self),
            ]
            #expect(Set(read(pieces)) == ["3 S1 T1"], "cut at \(cut)")
        }
    }

    @Test func `a few bytes at a time are enough`() {
        #expect(Set(read(event.map(String.init))) == ["3 S1 T1"])
    }

    @Test func `what a page says in a string is none`() {
        let quoted = event.replacing("\"", with: "\\\"")
        #expect(read([#"{"method":"Runtime.consoleAPICalled","params":{"text":"\#(quoted)"}}"#]).isEmpty)
    }

    @Test func `several in one buffer are all found`() {
        let second = event.replacing("S1", with: "S2").replacing("T1", with: "T2")
        #expect(Set(read([event + "....." + second])) == ["3 S1 T1", "3 S2 T2"])
    }
}
