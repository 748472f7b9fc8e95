import CDP
import Glibc
import JSON
import Model
import Testing

@testable import Chromium

@Suite(.timeLimit(.minutes(3))) struct DevToolsPipeTests {
    @Test func `A message of 100 MB passes both ways`() async throws {
        try await withLauncher { launcher, _ in
            let browser = try await launcher.launch(request())
            let session = try await PageClient(browser).sessionID
            // Sent and looked at as bytes: parsing 100 MB is not what is tested.
            let end = [UInt8](#"'"},"sessionId":"\#(session)"}"#.utf8)
            let text = [UInt8](repeating: UInt8(ascii: "m"), count: 100_000_000)
            let command = #"{"id":7,"method":"Runtime.evaluate","params":{"returnByValue":true,"expression":"'"#
            browser.transport.send([UInt8](command.utf8) + text + end)
            let echo = try #require(await answer(from: browser, longerThan: 100_000_000))
            #expect(echo.starts(with: #"{"id":7,"#.utf8))
            #expect(echo.suffix(100).contains(UInt8(ascii: "m")))
        }
    }

    private func answer(from browser: BrowserProcess, longerThan size: Int) async -> [UInt8]? {
        while let batch = await browser.transport.receive() {
            if let long = batch.first(where: { $0.count > size }) { return long }
        }
        return nil
    }

    @Test func `Messages arrive whole and in order, however they are cut`() throws {
        let bytes = [UInt8]("one\0two\0\0thr".utf8) + [UInt8]("ee\0rest".utf8)
        for size in 1...bytes.count {
            var splitter = NullSplitter()
            var messages: [[UInt8]] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                try bytes[start..<min(start + size, bytes.count)].withUnsafeBytes {
                    try splitter.split($0, into: &messages)
                }
            }
            #expect(messages.map { String(decoding: $0, as: UTF8.self) } == ["one", "two", "", "three"])
        }
    }

    @Test func `A message over the limit is refused, whole or in pieces`() {
        for size in [3, 100] {
            var splitter = NullSplitter(limit: 9)
            var messages: [[UInt8]] = []
            #expect(throws: NullSplitter.MessageTooLong.self) {
                let bytes: [UInt8] = [UInt8]("123456789\0".utf8) + [UInt8]("0123456789\0".utf8)
                for start in stride(from: 0, to: bytes.count, by: size) {
                    try bytes[start..<min(start + size, bytes.count)].withUnsafeBytes {
                        try splitter.split($0, into: &messages)
                    }
                }
            }
            #expect(messages.count == 1)
        }
    }

    @Test func `A line that nobody reads stops reading, and goes on where it was`() async throws {
        let (pipe, peer) = try await openPair()
        // Of the size that a pipe takes whole or not at all.
        let message = [UInt8](repeating: UInt8(ascii: "a"), count: 4095) + [0]
        var written = 0
        var refusals = 0
        _ = fcntl(peer.output, F_SETFL, O_NONBLOCK)
        let isFull = try await eventually {
            let before = written
            while written < 16_384, write(peer.output, message, message.count) > 0 { written += 1 }
            refusals = written == before ? refusals + 1 : 0
            return refusals == 20
        }
        #expect(isFull)
        #expect(written * message.count > PipeInbox.limit)
        #expect(written * message.count < 8 << 20)
        var received = 0
        while received < written, let batch = await pipe.receive() { received += batch.count { $0.count == 4095 } }
        #expect(received == written)
        close(peer.output)
        #expect(await pipe.receive() == nil)
        pipe.send([1])
        pipe.close()
        close(peer.input)
    }

    /// A line and the browser's ends of it.
    private func openPair() async throws -> (DevToolsPipe, (input: Int32, output: Int32)) {
        var commands: [Int32] = [-1, -1]
        var messages: [Int32] = [-1, -1]
        #expect(pipe(&commands) == 0)
        #expect(pipe(&messages) == 0)
        let line = try await DevToolsPipe.open(input: messages[0], output: commands[1])
        return (line, (commands[0], messages[1]))
    }
}
