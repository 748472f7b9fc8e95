import Activity
import Model
import Store

extension RunRecorder {
    /// Takes a command of an agent, from the proxy's tap. Returns at once; commands that mean nothing to the record are dropped here.
    public nonisolated func received(_ command: AgentCommand) {
        guard TrafficReader.watchedCommands.contains(command.method) else { return }
        var command = command
        command.page = agentSessions.page(of: command)
        commands.add(command)
        Task { await readCommands() }
    }

    /// Takes a command that an agent is about to send. Returns at once.
    public nonisolated func announced(_ command: AgentCommand) {
        agentFolders.note(command)
        agentSessions.noteWaiting(command)
        let driven = agentSessions.newlyDriven(by: command, at: MonotonicClock.milliseconds)
        let actedOn = agentSessions.actedOn(by: command)
        if driven ?? actedOn != nil { Task { await follow(driven: driven, actedOn: actedOn) } }
        guard AgentAction.methods.contains(command.method), command.size <= Self.longestStep else { return }
        activity?.received(.command(command))
    }

    /// Longer commands are no steps: they are the frameworks' own scripts.
    private static var longestStep: Int { 65_536 }

    /// A client of an agent has connected.
    public nonisolated func connected(client: Int) { activity?.received(.connected(client: client)) }

    /// The browser has told a client its session with a target.
    public nonisolated func attached(client: Int, session: String, target: String) {
        agentSessions.attached(client, session: session, target: target)
        activity?.received(.attached(client: client, session: session, target: target))
    }

    /// The browser tells a client of a download. On return the client finds the file where it looks for it, as far as it has come.
    public nonisolated func downloadBegins(client: Int, guid: String) {
        // Only a plain UUID is a name.
        guard UUIDv7(guid) != nil else { return }
        for folder in agentFolders.of(client) { DownloadLink.make(in: folder, to: downloadFolder, guid: guid) }
    }

    /// The browser tells a client that a download has ended well. On return the client finds it under its name where it looks for it, if the
    /// recorder has heard of its beginning.
    public nonisolated func downloadEnds(guid: String) { namedDownloads.give(guid, from: downloadFolder) }

    /// A client of an agent is gone.
    public nonisolated func disconnected(client: Int) {
        agentSessions.disconnected(client)
        agentFolders.forget(client)
        Task { await left(client) }
        activity?.received(.disconnected(client: client))
    }

    private func left(_ client: Int) {
        reader.forgetFolders(of: client)
        letRunUnlessAwaited()
    }

    /// What a client says of downloads and what we say travel on two lines, and whichever the browser reads last holds. So ours
    /// is said again a little later, several times: the client's has arrived by then, and it has not yet had a page to download with.
    private func readCommands() async {
        var actions: [Action] = []
        for command in commands.take() { reader.read(command, into: &actions) }
        updateScreencast()
        guard !actions.isEmpty else { return }
        do throws(StoreError) { try await perform(actions) } catch { return }
        for pause in [20, 100, 500, 2000] {
            after(.milliseconds(pause)) { [actions] _, again in again += actions }
        }
    }
}
