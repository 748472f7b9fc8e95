import Dispatch
import JSON
import Model
import Recorder
import Testing

@testable import LiveView

/// Who drives, while things happen in between.
@Suite(.timeLimit(.minutes(1))) struct LiveControlTests {
    @Test func `a page that came while the holder's line was down has a helper when it is back`() async throws {
        try await LiveStage.play { stage in
            let lease = stage.lease()
            try await stage.watch(lease, on: ScriptedLine()) {
                await stage.take(lease)
                await until { stage.browser.count("Runtime.addBinding", in: "SP") == 1 }
            }
            await stage.open("Q")
            try await stage.watch(lease, on: ScriptedLine()) {
                await until { stage.browser.count("Runtime.addBinding", in: "SQ") == 1 }
            }
            #expect(stage.browser.count("Runtime.addBinding", in: "SP") == 1)
        }
    }

    @Test func `a press that was admitted before another person took over is not carried out`() async throws {
        try await LiveStage.play { stage in
            stage.show("P")
            let (ann, ben, line) = (stage.lease("Ann"), stage.lease("Ben"), ScriptedLine())
            try await stage.watch(ann, on: line) {
                try await stage.watch(ben, on: ScriptedLine()) {
                    await stage.take(ann)
                    let (isBusy, begin) = AsyncStream.makeStream(of: Void.self)
                    let isFree = DispatchSemaphore(value: 0)
                    async let busy: Void = stage.recorder.hang(begin, until: isFree)
                    for await _ in isBusy { break }
                    let before = stage.touches.count
                    line.say(#"{"type":"mouse","action":"down","x":1,"y":1,"button":"left","buttons":1}"#)
                    line.say(#"{"type":"ping","time":1}"#)
                    await until { stage.touches.count > before }
                    async let taking: Void = stage.take(ben)
                    await until { await stage.live.isHeld(by: ben.id) }
                    isFree.signal()
                    await until { line.heard.contains { $0["type"] == "pong" } }
                    (_, _) = await (busy, taking)
                    #expect(line.heard.contains { $0["code"] == "control_stale" })
                    #expect(stage.browser.count("Input.dispatchMouseEvent", in: "SP") == 0)
                    #expect(await !stage.live.held.mayDrag)
                }
            }
        }
    }
}

extension RunRecorder {
    /// Does nothing else until it is told to, 30 seconds at most.
    fileprivate func hang(_ begin: AsyncStream<Void>.Continuation, until isFree: DispatchSemaphore) {
        begin.yield()
        _ = isFree.wait(timeout: .now() + 30)
    }
}

extension LiveStage {
    /// There is a picture of a page.
    fileprivate func show(_ page: String) {
        recorder.frames.publish(
            Frame(
                number: 1,
                pageID: page,
                time: .now,
                width: 100,
                height: 100,
                geometry: FrameGeometry(deviceWidth: 100, deviceHeight: 100),
                jpeg: [1]
            )
        )
    }

    /// The person of a lease that has a viewer takes control.
    fileprivate func take(_ lease: Lease) async {
        await until { await live.viewers.values.contains { $0.lease.id == lease.id } }
        guard let viewer = await live.viewers.values.first(where: { $0.lease.id == lease.id }) else { return }
        await live.take(by: viewer)
    }
}
