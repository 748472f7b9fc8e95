import NIOCore
import NIOEmbedded
import Synchronization
import Testing

@testable import CDPProxy

/// A gate that tests open and close. It minds commands of the domain `Input`.
private final class TestGate: CommandGate {
    struct State {
        var verdict: CommandVerdict?
        var listeners: [Int: @Sendable () -> Void] = [:]
        var count = 0
    }
    private let state = Mutex(State())

    var isClosed: Bool { state.withLock { $0.verdict != nil } }
    func verdict(on command: ClientCommand) -> CommandVerdict {
        command.method.hasPrefix("Input.") ? state.withLock { $0.verdict } ?? .pass : .pass
    }
    func listen(_ opened: @escaping @Sendable () -> Void) -> Int {
        state.withLock { state in
            state.count += 1
            state.listeners[state.count] = opened
            return state.count
        }
    }
    func forget(_ listener: Int) { state.withLock { $0.listeners[listener] = nil } }
    func set(_ verdict: CommandVerdict?) {
        let listeners = state.withLock { state in
            state.verdict = verdict
            return state.listeners.values
        }
        if verdict == nil { for listener in listeners { listener() } }
    }
    var listenerCount: Int { state.withLock { $0.listeners.count } }
}

private final class GatedTap: CommandTap {
    let received = Mutex<[String]>([])
    let theGate = TestGate()
    var gate: (any CommandGate)? { theGate }
    func clientConnected(_ client: Int) {}
    func received(_ command: ClientCommand) { received.withLock { $0.append(command.method) } }
    func clientDisconnected(_ client: Int) {}
    func mayPass(_ command: ClientCommand, pass: @escaping @Sendable () -> Void) -> Bool {
        command.method != "Hold.me"
    }
}

/// Counts how often the channel is asked to read.
private final class ReadCounter: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer
    private(set) var count = 0

    func read(context: ChannelHandlerContext) {
        count += 1
        context.read()
    }
}

/// A client and a browser, joined, with a gate between them.
private struct Gated {
    let tap = GatedTap()
    let loop = EmbeddedEventLoop()
    let client: EmbeddedChannel
    let browser: EmbeddedChannel
    let reads = ReadCounter()

    init() throws {
        let clientEnd = SpliceEnd(
            reader: CommandReader(client: 1, tap: tap),
            gate: tap.gate,
            drainTimeout: .seconds(1)
        )
        let browserEnd = SpliceEnd(drainTimeout: .seconds(1))
        SpliceEnd.join(clientEnd, browserEnd)
        client = EmbeddedChannel(handlers: [reads, clientEnd], loop: loop)
        browser = EmbeddedChannel(handler: browserEnd, loop: loop)
    }

    func say(_ bytes: some Collection<UInt8>) throws { _ = try client.writeInbound(ByteBuffer(bytes: bytes)) }
    func answer(_ bytes: [UInt8]) throws { _ = try browser.writeInbound(ByteBuffer(bytes: bytes)) }
    func reachedBrowser() throws -> [UInt8] { try Self.drain(browser) }
    func reachedClient() throws -> [UInt8] { try Self.drain(client) }

    private static func drain(_ channel: EmbeddedChannel) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while var buffer = try channel.readOutbound(as: ByteBuffer.self) {
            bytes += buffer.readBytes(length: buffer.readableBytes) ?? []
        }
        return bytes
    }
}

/// A text frame of a browser.
private func browserFrame(_ text: String) -> [UInt8] { [0x81, UInt8(text.utf8.count)] + Array(text.utf8) }

@Suite struct CommandSieveTests {
    private let read = ClientFrames.text(#"{"id":1,"method":"Runtime.evaluate"}"#)
    private let click = ClientFrames.text(#"{"id":2,"method":"Input.dispatchMouseEvent","sessionId":"S"}"#)
    private let type = ClientFrames.text(#"{"id":3,"method":"Input.insertText"}"#)

    @Test func `held input waits in its order while reads pass, and goes on when the gate opens`() throws {
        let line = try Gated()
        line.tap.theGate.set(.hold)
        try line.say(click + read)
        try line.say(type + read)
        #expect(try line.reachedBrowser() == read + read)
        #expect(line.tap.received.withLock { $0 } == ["Runtime.evaluate", "Runtime.evaluate"])
        line.tap.theGate.set(nil)
        line.loop.run()
        #expect(try line.reachedBrowser() == click + type)
        try line.say(click)
        #expect(try line.reachedBrowser() == click)
    }

    @Test func `refused input is answered with an error and never reaches the browser`() throws {
        let line = try Gated()
        line.tap.theGate.set(.refuse("no"))
        try line.say(click + read)
        #expect(try line.reachedBrowser() == read)
        let expected = browserFrame(#"{"id":2,"error":{"code":-32000,"message":"no"},"sessionId":"S"}"#)
        #expect(try line.reachedClient() == expected)
    }

    @Test func `a refusal waits until the browser's message has ended`() throws {
        let line = try Gated()
        let message = browserFrame(#"{"id":9,"result":{}}"#)
        try line.answer(Array(message.prefix(5)))
        line.tap.theGate.set(.refuse("no"))
        try line.say(type)
        #expect(try line.reachedClient() == Array(message.prefix(5)))
        try line.answer(Array(message.dropFirst(5)) + message)
        let refusal = browserFrame(#"{"id":3,"error":{"code":-32000,"message":"no"}}"#)
        #expect(try line.reachedClient() == Array(message.dropFirst(5)) + refusal + message)
    }

    @Test func `a message that had begun to pass when the gate closed passes whole`() throws {
        let line = try Gated()
        try line.say(Array(click.prefix(20)))
        line.tap.theGate.set(.hold)
        try line.say(Array(click.dropFirst(20)) + type)
        #expect(try line.reachedBrowser() == click)
    }

    @Test func `pings pass between the fragments of a held command`() throws {
        let line = try Gated()
        line.tap.theGate.set(.hold)
        let text = Array(#"{"id":2,"method":"Input.insertText"}"#.utf8)
        let first = ClientFrames.frame(Array(text.prefix(10)), isFinal: false)
        let ping = ClientFrames.frame([1, 2], opcode: 9)
        let last = ClientFrames.frame(Array(text.dropFirst(10)), opcode: 0)
        try line.say(first + ping + last)
        #expect(try line.reachedBrowser() == ping)
        line.tap.theGate.set(nil)
        line.loop.run()
        #expect(try line.reachedBrowser() == first + last)
    }

    @Test(arguments: 0..<200) func `however the bytes are cut and whenever the gate moves, none is lost or doubled`(
        _ seed: Int
    ) throws {
        var random = Seeded(state: UInt64(seed))
        let line = try Gated()
        var reads: [UInt8] = []
        var inputs: [UInt8] = []
        var all: [UInt8] = []
        for number in 0..<30 {
            let isInput = Bool.random(using: &random)
            let method = isInput ? "Input.insertText" : "Runtime.evaluate"
            let padding = String(repeating: "x", count: Int.random(in: 0...300, using: &random))
            let frame = ClientFrames.text(#"{"id":\#(number),"method":"\#(method)","params":{"t":"\#(padding)"}}"#)
            all += frame
            if isInput { inputs += frame } else { reads += frame }
        }
        var heard: [UInt8] = []
        var rest = all[...]
        while !rest.isEmpty {
            line.tap.theGate.set(Bool.random(using: &random) ? .hold : nil)
            line.loop.run()
            heard += try line.reachedBrowser()
            let count = Int.random(in: 1...200, using: &random)
            try line.say(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
            heard += try line.reachedBrowser()
        }
        line.tap.theGate.set(nil)
        line.loop.run()
        heard += try line.reachedBrowser()
        let found = Self.messages(heard)
        #expect(found.count == 30)
        #expect(heard.count == all.count)
        #expect(found.filter { $0.contains("Input") } == Self.messages(inputs))
        #expect(found.filter { $0.contains("Runtime") } == Self.messages(reads))
    }

    private static func messages(_ bytes: [UInt8]) -> [String] {
        var parser = FrameParser()
        var texts: [String] = []
        bytes.withUnsafeBytes { raw in
            do throws(FrameViolation) {
                try parser.read(raw) { texts.append(String(decoding: $0.bytes, as: UTF8.self)) }
            } catch {
                texts.append("broken: \(error.reason)")
            }
        }
        return texts
    }

    @Test func `no more commands wait than the limit, the others are refused`() throws {
        let line = try Gated()
        line.tap.theGate.set(.hold)
        for _ in 0...CommandSieve.countLimit { try line.say(type) }
        #expect(
            try line.reachedClient()
                == browserFrame(#"{"id":3,"error":{"code":-32000,"message":"Too many commands wait."}}"#)
        )
    }

    /// 64 KiB of a client's bytes, in a message of which next to nothing has come: the rest are the heads of fragments.
    private func heads(_ command: ClientCommand? = nil) -> ClientPiece {
        ClientPiece(
            bytes: ByteBuffer(repeating: 0, count: 65_536),
            command: command,
            partial: nil,
            messageSize: 10,
            isControl: false,
            endsMessage: command != nil
        )
    }

    @Test func `a command in very many fragments waits like any other`() throws {
        var sieve = CommandSieve()
        let gate = TestGate()
        gate.set(.hold)
        let text = Array(#"{"id":4,"method":"Input.insertText"}"#.utf8)
        let command = try #require(ClientCommand(clientID: 1, message: text, receivedAt: 0))
        for _ in 0..<40 { #expect(sieve.take(heads(), gate).isEmpty) }
        #expect(sieve.take(heads(command), gate).isEmpty)
        gate.set(nil)
        guard case .send(_, let bytes)? = sieve.open(gate).first else {
            Issue.record("not held")
            return
        }
        #expect(bytes.readableBytes == 41 * 65_536 && sieve.isIdle)
    }

    @Test func `a message of fragments without an end is dropped`() throws {
        var sieve = CommandSieve()
        let gate = TestGate()
        gate.set(.hold)
        for _ in 0...(CommandSieve.sizeLimit / 65_536) { #expect(sieve.take(heads(), gate).isEmpty) }
        let text = Array(#"{"id":4,"method":"Runtime.evaluate"}"#.utf8)
        let command = try #require(ClientCommand(clientID: 1, message: text, receivedAt: 0))
        #expect(sieve.take(heads(command), gate).isEmpty && sieve.isIdle)
    }

    @Test(arguments: [(CommandVerdict.hold, "The command is too long to wait."), (.refuse("no"), "no")])
    func `a command too long to be gathered is refused in the words that fit`(
        _ verdict: CommandVerdict,
        _ words: String
    )
        throws
    {
        let line = try Gated()
        line.tap.theGate.set(verdict)
        let text = String(repeating: "x", count: CommandReader.maximumMessage)
        let command = #"{"id":3,"method":"Input.insertText","params":{"text":"\#(text)"}}"#
        try line.say(ClientFrames.text(command).dropLast())
        let refusal = browserFrame(#"{"id":3,"error":{"code":-32000,"message":"\#(words)"}}"#)
        #expect(try line.reachedClient() == refusal)
        #expect(try line.reachedBrowser() == [])
    }

    @Test func `a gate that opens lets no client be read whose commands are still held back`() throws {
        let line = try Gated()
        line.tap.theGate.set(.hold)
        try line.say(ClientFrames.text(#"{"id":1,"method":"Hold.me"}"#))
        let before = line.reads.count
        line.tap.theGate.set(nil)
        line.loop.run()
        #expect(line.reads.count == before)
    }

    @Test func `a client that goes away takes what was held with it`() throws {
        let line = try Gated()
        line.tap.theGate.set(.hold)
        try line.say(click)
        try line.client.close().wait()
        #expect(line.tap.theGate.listenerCount == 0)
        line.tap.theGate.set(nil)
        line.loop.run()
        #expect(try line.reachedBrowser() == [])
    }

    @Test(arguments: [1, 2, 3, 7, 64]) func `the walker knows the ends of messages, however they are cut`(_ size: Int) {
        let long = [UInt8](repeating: 120, count: 300)
        let frames: [[UInt8]] = [
            browserFrame("{}"), [0x81, 126, 1, 44] + long, [0x89, 0], [0x01, 1, 65], [0x89, 1, 1], [0x80, 1, 66],
            [0x81, 0],
        ]
        let ends = [true, true, true, false, false, true, true]
        var walker = FrameWalker()
        for (frame, isEnd) in zip(frames, ends) {
            for start in stride(from: 0, to: frame.count, by: size) {
                let part = Array(frame[start..<min(start + size, frame.count)])
                let count = part.withUnsafeBytes { walker.walk($0) }
                #expect(count == part.count)
                if start + part.count < frame.count { #expect(!walker.isBetweenMessages) }
            }
            #expect(walker.isBetweenMessages == isEnd)
        }
    }
}
