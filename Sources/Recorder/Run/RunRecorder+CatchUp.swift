import CDP
import Logging

extension RunRecorder {
    /// Waits until every target that the browser has told of by now is being recorded.
    ///
    /// A popup that shares its opener's process runs as soon as any client lets it (CDP `Runtime.runIfWaitingForDebugger`), so an agent's
    /// word for that waits for us, or its first request would not be on record. One round trip when nothing is under way.
    /// - Parameter timeout: After that the agent comes first.
    public func catchUp(within timeout: Duration) async {
        guard !isClosed else { return }
        taskCount += 1
        let number = taskCount
        await withCheckedContinuation { continuation in
            setups.wait(number, for: connection.send("Browser.getVersion"), continuation)
            after(timeout) { recorder, _ in recorder.giveUpCatchingUp(number) }
        }
    }

    /// A reply, or CDP `Target.detachedFromTarget`, may be what a set-up waits for.
    func noteSetup(_ message: CDPMessage) {
        if message.isReply { message.id.map { setups.replied($0) } }
        if message.method == "Target.detachedFromTarget" {
            setups.ended { reader.targets.sessions[$0] != nil }
        }
    }

    private func giveUpCatchingUp(_ number: Int) {
        guard setups.giveUp(number) else { return }
        logger.warning("A target runs before it is recorded: the browser was too slow to answer.")
    }
}
