import Model
import Recorder
import Synchronization
import Testing

@testable import LiveView

/// A line whose other end takes everything and says nothing.
private final class SilentLine: ViewerLine {
    let frames = Mutex<[Int64]>([])

    func send(text: [UInt8]) async throws {}
    func send(_ frame: Frame) async throws { frames.withLock { $0.append(frame.number) } }
    func receive() async throws -> ViewerData? { nil }
    func close(_ reason: ViewerClose) async {}
    func abort() {}
}

@Suite(.timeLimit(.minutes(3))) struct ViewerTests {
    private static func frame(_ number: Int64) -> Frame {
        Frame(
            number: number,
            pageID: "P",
            time: .now,
            width: 1,
            height: 1,
            geometry: FrameGeometry(deviceWidth: 1, deviceHeight: 1),
            jpeg: [1]
        )
    }

    @Test func `a viewer that never acknowledges is closed when its patience is over`() async {
        let (hub, line) = (FrameHub(), SilentLine())
        hub.update(pages: [PageTarget(id: "P", url: "about:blank", active: true)])
        let lease = Lease(runID: RunID(), purpose: .live, hash: [], expiresAt: .now.adding(seconds: 60))
        let viewer = Viewer(id: 1, lease: lease, line: line, patience: .milliseconds(100))
        let sending = Task { await viewer.sendFrames(of: hub) }
        viewer.watch(nil)
        var number: Int64 = 0
        while !viewer.outbox.isClosing {
            number += 1
            hub.publish(Self.frame(number))
            await Task.yield()
        }
        sending.cancel()
        guard case .close(let reason) = await viewer.outbox.next() else {
            Issue.record("not closed")
            return
        }
        #expect(reason == .takesNothing)
        #expect(line.frames.withLock { $0.count } == AckWindow.limit)
    }
}
