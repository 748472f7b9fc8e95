import CDP
import JSON

extension RunRecorder {
    /// Waits until all that the pages have done so far has been read. To be called before the browser is ended, or what is still on its
    /// way is lost.
    ///
    /// Each session is asked something, and answers after what it had to say before. Sessions that do not answer (a page in an endless
    /// loop, an open dialog) are given up once nothing at all has come for half a second; at most 10 seconds in all. Then the last
    /// pictures are taken, and the downloads that have finished are kept, before their folder goes with the browser.
    public func settle() async {
        await settleSessions()
        await takeLastPictures()
        await downloadsKept()
    }

    private func settleSessions() async {
        var waiting = reader.targets.sessions.filter { !reader.crashes.contains($0.value.targetID) }.map(\.key)
        for _ in 0..<20 {
            let before = batchCount
            waiting = await unanswered(waiting)
            guard !waiting.isEmpty, batchCount != before, !isClosed else { return }
        }
    }

    private func unanswered(_ sessions: [String]) async -> [String] {
        await withTaskGroup(of: String?.self) { group in
            for session in sessions {
                group.addTask { [connection] in
                    let timeout = Duration.milliseconds(500)
                    do throws(CDPError) {
                        _ = try await connection.call(
                            "Runtime.runIfWaitingForDebugger",
                            session: session,
                            timeout: timeout
                        )
                        return nil
                    } catch {
                        return error.code == .timeout ? session : nil
                    }
                }
            }
            var waiting: [String] = []
            for await session in group { if let session { waiting.append(session) } }
            return waiting
        }
    }
}
