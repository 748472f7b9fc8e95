import NIOCore
import Testing

@testable import CDPProxy

@Suite struct BrowserReplyTests {
    private let upgrade =
        "HTTP/1.1 101 WebSocket Protocol Handshake\r\nUpgrade: WebSocket\r\nSec-WebSocket-Accept: abc=\r\n\r\n"

    @Test func `an upgrade is read and what follows it stays`() {
        var buffer = ByteBuffer(string: upgrade + "rest")
        #expect(BrowserReply.read(from: &buffer) == .complete(.accepted))
        #expect(String(buffer: buffer) == "rest")
    }

    @Test func `it is read however it is cut`() {
        for length in 0..<upgrade.utf8.count {
            var buffer = ByteBuffer(bytes: Array(upgrade.utf8.prefix(length)))
            #expect(BrowserReply.read(from: &buffer) == .needsMore)
        }
    }

    @Test func `a refusal has its status`() {
        var buffer = ByteBuffer(string: "HTTP/1.1 404 Not Found\r\n\r\n")
        #expect(BrowserReply.read(from: &buffer) == .complete(.notFound))
    }

    @Test(arguments: [
        "SSH-2.0\r\n\r\n", "HTTP/1.1\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "\r\n\r\n", "HTTP/1.1 99 x\r\n\r\n",
    ])
    func `what is no response is malformed`(_ text: String) {
        var buffer = ByteBuffer(string: text)
        #expect(BrowserReply.read(from: &buffer) == .malformed)
    }

    @Test func `a head without end is malformed`() {
        var buffer = ByteBuffer(repeating: 0x61, count: BrowserReply.maximumHeadLength + 1)
        #expect(BrowserReply.read(from: &buffer) == .malformed)
    }
}

extension BrowserReply {
    fileprivate static let accepted = BrowserReply(status: 101, accept: "abc=")
    fileprivate static let notFound = BrowserReply(status: 404, accept: nil)
}
