import NIOCore
import NIOEmbedded
import Synchronization
import Testing

@testable import CDPProxy

/// A tap that holds one method back until it is told to let it pass.
private final class HoldingTap: CommandTap {
    let received = Mutex<[String]>([])
    let waiting = Mutex<[@Sendable () -> Void]>([])
    let onDownload = Mutex<(@Sendable (String) -> Void)?>(nil)

    func downloadBegins(_ client: Int, guid: String) { onDownload.withLock { $0 }?(guid) }
    func downloadEnds(_ client: Int, guid: String) { onDownload.withLock { $0 }?("end of \(guid)") }
    func clientConnected(_ client: Int) {}
    func received(_ command: ClientCommand) { received.withLock { $0.append(command.method) } }
    func clientDisconnected(_ client: Int) {}

    func mayPass(_ command: ClientCommand, pass: @escaping @Sendable () -> Void) -> Bool {
        guard command.method == "Hold.me" else { return true }
        waiting.withLock { $0.append(pass) }
        return false
    }

    func letPass() { waiting.withLock { waiting in waiting.removeFirst() }() }
}

/// A client and a browser, joined.
private struct Joined {
    let tap = HoldingTap()
    let loop = EmbeddedEventLoop()
    let client: EmbeddedChannel
    let browser: EmbeddedChannel

    init() throws {
        let clientEnd = SpliceEnd(reader: CommandReader(client: 1, tap: tap), drainTimeout: .seconds(1))
        let downloads = DownloadReader(client: 1, tap: tap)
        let browserEnd = SpliceEnd(downloads: downloads, drainTimeout: .seconds(1))
        SpliceEnd.join(clientEnd, browserEnd)
        client = EmbeddedChannel(handler: clientEnd, loop: loop)
        browser = EmbeddedChannel(handler: browserEnd, loop: loop)
    }

    func say(_ bytes: [UInt8]) throws { _ = try client.writeInbound(ByteBuffer(bytes: bytes)) }

    /// What has reached the browser since the last call.
    func heard() throws -> [UInt8] {
        var bytes: [UInt8] = []
        while var buffer = try browser.readOutbound(as: ByteBuffer.self) {
            bytes += buffer.readBytes(length: buffer.readableBytes) ?? []
        }
        return bytes
    }
}

@Suite struct SpliceEndTests {
    private let plain = ClientFrames.text(#"{"id":1,"method":"Page.enable"}"#)
    private let held = ClientFrames.text(#"{"id":2,"method":"Hold.me"}"#)
    private let after = ClientFrames.text(#"{"id":3,"method":"Page.reload"}"#)

    @Test func `commands pass at once, byte for byte, and the tap is told`() throws {
        let line = try Joined()
        try line.say(plain)
        #expect(try line.heard() == plain)
        #expect(line.tap.received.withLock { $0 } == ["Page.enable"])
    }

    @Test func `the tap is told of a download before the client`() throws {
        let line = try Joined()
        let event = #"{"method":"Browser.downloadWillBegin","params":{"frameId":"F1","guid":"g-1","url":"http://x/"}}"#
        let told = Mutex<[String]>([])
        let client = NIOLoopBound(line.client, eventLoop: line.loop)
        line.tap.onDownload.withLock { tell in
            tell = { guid in
                let heard = try? client.value.readOutbound(as: ByteBuffer.self)
                told.withLock { $0.append(heard == nil ? guid : "late \(guid)") }
            }
        }
        _ = try line.browser.writeInbound(ByteBuffer(string: event))
        #expect(told.withLock { $0 } == ["g-1"])
        #expect(try line.client.readOutbound(as: ByteBuffer.self) == ByteBuffer(string: event))
    }

    @Test(arguments: ["Browser", "Page"]) func `the tap is told of a whole download's end`(domain: String) throws {
        let line = try Joined()
        let told = Mutex<Set<String>>([])
        line.tap.onDownload.withLock { $0 = { guid in told.withLock { _ = $0.insert(guid) } } }
        func progress(_ guid: String, _ state: String) -> String {
            let numbers = #""totalBytes":-1,"receivedBytes":1.5e+9"#
            let params = #"{"guid":"\#(guid)",\#(numbers),"state":"\#(state)"}"#
            return #"{"method":"\#(domain).downloadProgress","params":\#(params)}"#
        }
        for guid in ["g-1", "g-2"] {
            let begin =
                #"{"method":"\#(domain).downloadWillBegin","params":{"frameId":"F","guid":"\#(guid)","url":""}}"#
            _ = try line.browser.writeInbound(ByteBuffer(string: begin))
        }
        for text in [progress("g-1", "inProgress"), progress("g-2", "canceled"), progress("g-1", "completed")] {
            for piece in [text.prefix(60), text.dropFirst(60)] {
                _ = try line.browser.writeInbound(ByteBuffer(substring: piece))
            }
        }
        #expect(told.withLock { $0 } == ["g-1", "g-2", "end of g-1"])
    }

    @Test func `a held command stops what comes with and after it until it may pass`() throws {
        let line = try Joined()
        try line.say(plain + held)
        try line.say(after)
        #expect(try line.heard() == [])
        #expect(line.tap.received.withLock { $0 } == [])
        line.tap.letPass()
        line.loop.run()
        #expect(try line.heard() == plain + held + after)
        #expect(line.tap.received.withLock { $0 } == ["Page.enable", "Hold.me", "Page.reload"])
    }

    @Test func `of two held commands the last to pass lets the bytes go`() throws {
        let line = try Joined()
        try line.say(held + held)
        line.tap.letPass()
        line.loop.run()
        #expect(try line.heard() == [])
        line.tap.letPass()
        line.loop.run()
        #expect(try line.heard() == held + held)
    }

    @Test func `the tap is told of the command inside a nested one`() throws {
        let line = try Joined()
        let inner = #"{\"id\":7,\"method\":\"Page.reload\"}"#
        let outer = #"{"id":4,"method":"Target.sendMessageToTarget","params":{"message":"\#(inner)","sessionId":"S"}}"#
        try line.say(ClientFrames.text(outer))
        #expect(try line.heard() == ClientFrames.text(outer))
        #expect(line.tap.received.withLock { $0 } == ["Page.reload"])
    }

    @Test func `what is held leaves before the client's end is passed on`() throws {
        let line = try Joined()
        try line.say(held)
        line.client.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        #expect(try line.heard() == held)
    }
}
