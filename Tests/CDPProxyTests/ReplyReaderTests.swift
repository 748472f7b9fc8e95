import NIOCore
import Synchronization
import Testing

@testable import CDPProxy

/// Wants the replies to screenshots.
private final class ScreenshotTap: CommandTap {
    let found = Mutex<[String]>([])
    /// Holds what came, as a consumer that is slow does.
    let kept = Mutex<[ReplyMessage]>([])
    let readsReplies = true
    func clientConnected(_ client: Int) {}
    func received(_ command: ClientCommand) {}
    func clientDisconnected(_ client: Int) {}
    func wantsReply(to command: ClientCommand) -> Bool { command.method == "Page.captureScreenshot" }

    func replied(to command: ClientCommand, _ reply: CommandReply) {
        switch reply {
        case .message(let message):
            found.withLock { $0.append("\(command.id ?? 0) \(String(decoding: message.bytes, as: UTF8.self))") }
            kept.withLock { $0.append(message) }
        case .skipped(let size): found.withLock { $0.append("\(command.id ?? 0) skipped \(size)") }
        }
    }

    var texts: [String] { found.withLock { $0 } }
}

@Suite struct ReplyReaderTests {
    private let tap = ScreenshotTap()
    private let budget = ReplyBudget(limit: 4 * 1024 * 1024)

    private func reader(awaiting ids: [Int64]) throws -> ReplyReader {
        var reader = ReplyReader(tap: tap, budget: budget)
        for id in ids { reader.expect(try command(id)) }
        return reader
    }

    private func command(_ id: Int64, _ method: String = "Page.captureScreenshot") throws -> ClientCommand {
        try #require(
            ClientCommand(clientID: 1, message: Array(#"{"id":\#(id),"method":"\#(method)"}"#.utf8), receivedAt: 0)
        )
    }

    private let reply = #"{"id":7,"result":{"data":"iVBORw0KGgo="},"sessionId":"S"}"#

    @Test func `a wanted reply is found wherever the buffers end`() throws {
        let before = BrowserFrames.text(#"{"method":"Page.frameNavigated","params":{"id":7}}"#)
        let bytes = before + BrowserFrames.text(reply) + BrowserFrames.text(#"{"id":8,"result":{}}"#)
        for cut in 0..<bytes.count {
            var reader = try reader(awaiting: [7])
            reader.read(ByteBuffer(bytes: bytes[..<cut]))
            reader.read(ByteBuffer(bytes: bytes[cut...]))
            #expect(
                tap.found.withLock { found in
                    defer { found = [] }; return found
                } == ["7 \(reply)"],
                "cut at \(cut)"
            )
        }
    }

    @Test func `frames that break the protocol in mid-reply give its memory back`() throws {
        var reader = try reader(awaiting: [7])
        reader.read(ByteBuffer(bytes: [0x01, 40] + Array(reply.utf8.prefix(40))))
        #expect(budget.usedBytes > 0)
        reader.read(ByteBuffer(bytes: [0x81, 0]))
        #expect(budget.usedBytes == 0)
    }

    @Test func `a byte at a time is enough`() throws {
        var reader = try reader(awaiting: [7])
        for byte in BrowserFrames.text(reply) { reader.read(ByteBuffer(bytes: [byte])) }
        #expect(tap.texts == ["7 \(reply)"])
    }

    @Test func `replies nobody wants, and those to other methods, are passed over`() throws {
        var reader = try reader(awaiting: [])
        reader.expect(try command(8, "Page.navigate"))
        for id in 1...9 { reader.read(ByteBuffer(bytes: BrowserFrames.text(#"{"id":\#(id),"result":{}}"#))) }
        #expect(tap.texts.isEmpty)
    }

    @Test func `a reply is given once, and several in any order`() throws {
        var reader = try reader(awaiting: [1, 2, 30])
        for id in [30, 1, 1, 2] { reader.read(ByteBuffer(bytes: BrowserFrames.text(#"{"id":\#(id),"x":0}"#))) }
        #expect(tap.texts.map { $0.prefix { $0 != " " } } == ["30", "1", "2"])
    }

    @Test func `a reply in several frames with a ping between is put together`() throws {
        var reader = try reader(awaiting: [7])
        let half = Array(reply.utf8).count / 2
        let bytes =
            BrowserFrames.frame(Array(reply.utf8.prefix(half)), isFinal: false) + BrowserFrames.frame([], opcode: 9)
            + BrowserFrames.frame(Array(reply.utf8.dropFirst(half)), opcode: 0)
        reader.read(ByteBuffer(bytes: bytes))
        #expect(tap.texts == ["7 \(reply)"])
    }

    @Test func `beyond the budget a reply is skipped and said, and what is given back can be used again`() throws {
        var reader = try reader(awaiting: [1, 2, 3])
        func answer(_ id: Int) -> ByteBuffer {
            let data = String(repeating: "A", count: 3 * 1024 * 1024)
            return ByteBuffer(bytes: BrowserFrames.text(#"{"id":\#(id),"result":{"data":"\#(data)"}}"#))
        }
        reader.read(answer(1))
        reader.read(answer(2))
        #expect(tap.texts.map { $0.prefix(9) } == [#"1 {"id":1"#, "2 skipped"])
        tap.kept.withLock { $0 = [] }
        #expect(budget.usedBytes == 0)
        reader.read(answer(3))
        #expect(tap.texts.last?.hasPrefix(#"3 {"id":3"#) == true)
    }

    @Test func `a client that goes away in the middle of a reply gives its memory back`() throws {
        var reader = try reader(awaiting: [7])
        reader.read(ByteBuffer(bytes: BrowserFrames.text(reply).dropLast()))
        #expect(budget.usedBytes > 0)
        reader.end()
        #expect(budget.usedBytes == 0)
    }

    @Test func `frames that break the protocol end the reading`() throws {
        var reader = try reader(awaiting: [7])
        reader.read(ByteBuffer(bytes: ClientFrames.text("{}") + BrowserFrames.text(reply)))
        #expect(tap.texts.isEmpty)
    }

    @Test func `of more than a thousand awaited replies the oldest are given up`() throws {
        var reader = try reader(awaiting: Array(1...1001))
        for id in [1, 2, 1001] { reader.read(ByteBuffer(bytes: BrowserFrames.text(#"{"id":\#(id),"x":0}"#))) }
        #expect(tap.texts.map { $0.prefix { $0 != " " } } == ["2", "1001"])
    }

    @Test(arguments: [
        (#"{"id":7,"#, ReplyStart.reply(7)), (#"{"id":-1}"#, .reply(-1)), (#"{"id":7"#, .unfinished), ("", .unfinished),
        (#"{"method":"#, .none), (#"{"id":"x""#, .none), (#"{"id":99999999999999999999999999"#, .none),
    ])
    func `the first bytes tell a reply`(text: String, start: ReplyStart) {
        #expect(ReplyStart(Array(text.utf8.prefix(ReplyStart.longest))) == start)
    }
}

/// Frames as a browser writes them: without a mask.
enum BrowserFrames {
    static func frame(_ payload: [UInt8], opcode: UInt8 = 1, isFinal: Bool = true) -> [UInt8] {
        var bytes = [(isFinal ? 0x80 : 0) | opcode]
        switch payload.count {
        case ..<126: bytes.append(UInt8(payload.count))
        case ..<65536: bytes += [126, UInt8(payload.count >> 8), UInt8(payload.count & 0xFF)]
        default: bytes += [127] + (0..<8).reversed().map { UInt8(truncatingIfNeeded: payload.count >> ($0 * 8)) }
        }
        return bytes + payload
    }

    static func text(_ text: String) -> [UInt8] { frame(Array(text.utf8)) }
}
