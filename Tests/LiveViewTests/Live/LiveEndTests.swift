import Foundation
import JSON
import Model
import Recorder
import Testing

@testable import LiveView

/// What is left of a lease, and of a run, that has ended.
@Suite(.timeLimit(.minutes(3))) struct LiveEndTests {
    @Test func `a revoked lease takes control no more, though its line is not closed yet`() async throws {
        try await LiveStage.play { stage in
            let (line, lease) = (ScriptedLine(takesTexts: false), stage.lease())
            try await stage.watch(lease, on: line) {
                await until { line.receives == 1 }
                await stage.live.revoked(lease.id)
                line.say(#"{"type":"take"}"#)
                await until { line.receives == 2 }
                #expect(await !stage.live.isHeld(by: lease.id))
            }
        }
    }

    @Test func `a viewer that comes with a lease that was just revoked is sent away`() async throws {
        try await LiveStage.play { stage in
            let (line, lease) = (ScriptedLine(), stage.lease())
            await stage.live.revoked(lease.id)
            await stage.live.serve(lease, on: line)
            #expect(line.closed == .revoked)
            #expect(line.heard.last?["reason"] == "revoked")
        }
    }

    @Test func `nothing of a run is kept by a viewer that comes first of all as it ends`() async throws {
        let line = ScriptedLine()
        weak var left: LiveRun?
        try await LiveStage.play { stage in
            left = stage.live
            await stage.live.finish(failed: false)
            await stage.live.serve(stage.lease(), on: line)
        }
        #expect(line.closed == .runEnded)
        await until { left == nil }
    }

    @Test func `a viewer with less than a minute left is not told that it has one`() async throws {
        try await LiveStage.play { stage in
            let line = ScriptedLine()
            await stage.live.serve(stage.lease(seconds: 1), on: line)
            #expect(line.closed == .expired)
            #expect(!line.heard.contains { $0["code"] == "expires_soon" })
        }
    }
}
