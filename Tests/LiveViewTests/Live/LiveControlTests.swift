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
}

extension LiveStage {
    /// The person of a lease that has a viewer takes control.
    fileprivate func take(_ lease: Lease) async {
        await until { await live.viewers.values.contains { $0.lease.id == lease.id } }
        guard let viewer = await live.viewers.values.first(where: { $0.lease.id == lease.id }) else { return }
        await live.take(by: viewer)
    }
}
