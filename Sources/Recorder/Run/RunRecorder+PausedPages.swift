import CDP

extension RunRecorder {
    /// How long a new page waits until a client that waits for new pages has been told of it, and then for its word, at most.
    private static let (notice, patience): (Duration, Duration) = (.seconds(1), .seconds(10))

    /// Keeps our word to let a popup run back: an agent's is enough, and ours is said only when none comes. False for other pages, which run when
    /// both have spoken, and when no agent waits for new pages.
    ///
    /// A popup that shares its opener's process runs at the first client's word. Were that ours, an agent that is slower to set its session
    /// up would miss how the page begins, and wait for a `load` that is over.
    func letsAgentSpeak(first session: String) -> Bool {
        guard agentSessions.someoneWaits, let target = reader.targets.sessions[session], target.kind == .page,
            target.hasOpener
        else {
            return false
        }
        pausedPages[target.targetID] = session
        // Its answer comes behind those of the set-up.
        setups.began(as: connection.send("Runtime.getIsolateId", session: session), session: session)
        after(Self.notice) { recorder, _ in recorder.letRunUnlessKnown(target.targetID) }
        return true
    }

    /// A client may wait for other pages than this one.
    private func letRunUnlessKnown(_ target: String) {
        guard agentSessions.someoneWaits(for: target) else { return letRun(target) }
        after(Self.patience) { recorder, _ in recorder.letRun(target) }
    }

    /// An agent has let a target run: its command is on its way.
    ///
    /// A popup needs no word of ours then, and ours would do harm: by the time it came the same process may wait at the opener's next popup, which would
    /// run at it before it is recorded.
    public func agentSpoke(_ command: AgentCommand) {
        if let target = agentSessions.page(of: command) { pausedPages[target] = nil }
    }

    private func letRun(_ target: String) {
        guard let session = pausedPages.removeValue(forKey: target) else { return }
        setups.began(as: connection.send(SetupBook.lastCommand, session: session), session: session)
    }

    /// A client is gone: nobody may be there any more to let pages run.
    func letRunUnlessAwaited() {
        guard !agentSessions.someoneWaits else { return }
        for target in pausedPages.keys { letRun(target) }
    }
}
