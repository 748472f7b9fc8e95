import CDP
import Foundation
import Model
import Testing

@testable import Recorder

enum Base64Text {
    static func encode(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}

@Suite struct CastFrameTests {
    @Test func `a frame is read from its message`() throws {
        let frame = try castFrame(3)
        #expect(frame.width == 1280 && frame.height == 720 && frame.acknowledgement == 7)
        #expect(frame.time == Timestamp(milliseconds: 1_790_000_000_250))
        #expect(frame.geometry == FrameGeometry(deviceWidth: 1280, deviceHeight: 720, scrollOffsetY: 12.5))
        #expect(frame.jpeg.suffix(3) == [3, 0xFF, 0xD9])
    }

    @Test(
        arguments: [
            #"{"method":"Page.screencastFrame","params":{}}"#,
            #"{"method":"Page.screencastFrame","params":{"data":5,"metadata":{},"sessionId":1}}"#,
            #"{"method":"Page.screencastFrame","params":{"data":"!!!!","metadata":{},"sessionId":1}}"#,
            #"{"method":"Page.screencastFrame","params":{"data":"AAAA","metadata":{},"sessionId":1}}"#,
            #"{"method":"Page.screencastFrame"}"#,
        ]
    )
    func `what is no picture is none`(text: String) throws {
        let message = try CDPMessage(Array(text.utf8))
        #expect(CastFrame(message, at: .now) == nil)
    }

    @Test func `metadata that no browser sends does not trap`() throws {
        let jpeg = Base64Text.encode([0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 1, 1])
        let text =
            #"{"method":"m","params":{"data":"\#(jpeg)","metadata":{"deviceWidth":1e300,"deviceHeight":-5,"timestamp":1e300}}}"#
        let frame = try #require(CastFrame(try CDPMessage(Array(text.utf8)), at: Timestamp(milliseconds: 9)))
        #expect(frame.geometry.deviceWidth == 65_535 && frame.geometry.deviceHeight == 0)
        #expect(frame.time == Timestamp(milliseconds: 9))
    }

    @Test func `base64 of every length is read, and nothing else`() {
        for length in 0..<200 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 97 &+ length) }
            #expect(Base64.decode(Array(Base64Text.encode(bytes).utf8)[...]) == bytes)
        }
        for text in ["A", "AA", "AAA", "AA=A", "====", "A===", "AAA!", "AA\nA", "-_-_", "AAAA=AAA"] {
            #expect(Base64.decode(Array(text.utf8)[...]) == nil, "\(text)")
        }
    }

    @Test func `what is cut off is no JPEG`() {
        let whole: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 17, 8, 0x02, 0xD0, 0x05, 0x00, 3, 0]
        #expect(JPEGSize.of(whole)?.width == 1280)
        for length in 0..<17 { #expect(JPEGSize.of(Array(whole.prefix(length))) == nil) }
    }
}

@Suite struct PulseTests {
    private var pulse = Pulse()

    @Test mutating func `a still browser is asked, and one that answers is alive`() {
        let now = Timestamp.now
        #expect(pulse.beat(traffic: 5, at: now) == .alive)
        #expect(pulse.beat(traffic: 5, at: now) == .ask)
        #expect(pulse.beat(traffic: 6, at: now) == .alive)
    }

    @Test mutating func `one that does not answer hangs since it was asked`() {
        let asked = Timestamp(milliseconds: 1000)
        _ = pulse.beat(traffic: 1, at: Timestamp(milliseconds: 0))
        #expect(pulse.beat(traffic: 1, at: asked) == .ask)
        #expect(pulse.beat(traffic: 1, at: Timestamp(milliseconds: 3500)) == .hung(since: asked))
        #expect(pulse.beat(traffic: 1, at: Timestamp(milliseconds: 6000)) == .stillHung)
        #expect(pulse.beat(traffic: 2, at: Timestamp(milliseconds: 8500)) == .recovered)
        #expect(pulse.beat(traffic: 3, at: Timestamp(milliseconds: 9000)) == .alive)
    }
}
