import CDP

extension RunRecorder {
    /// What a page has said before the stop, however much, is waited for so long.
    private static let longestSettling = Duration.seconds(20)

    /// Waits until all that the pages have done so far has been read. To be called before the browser is ended, or what is still on its
    /// way is lost.
    ///
    /// Each session is asked something, and answers after what it had to say before. Sessions that do not answer (a page in an endless
    /// loop, an open dialog) are given up once nothing at all has come for half a second, or after ``longestSettling``. Then the last
    /// pictures are taken, and the downloads that have finished are kept, before their folder goes with the browser.
    public func settle() async {
        await settleSessions()
        await takeLastPictures()
        await downloadsKept()
    }

    private func settleSessions() async {
        let sessions = reader.targets.sessions.filter { !reader.crashes.contains($0.value.targetID) }.map(\.key)
        let questions = sessions.map { connection.begin("Runtime.runIfWaitingForDebugger", session: $0) }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [connection] in await Self.answers(to: questions, connection) }
            group.addTask { await self.silence() }
            await group.next()
            group.cancelAll()
        }
    }

    private static func answers(to questions: [CDPCall], _ connection: CDPConnection) async {
        await withTaskGroup(of: Void.self) { group in
            for question in questions { group.addTask { await answer(to: question, connection) } }
        }
    }

    /// Whatever the answer is, what came before it has been read.
    private static func answer(to question: CDPCall, _ connection: CDPConnection) async {
        do throws(CDPError) { _ = try await connection.result(of: question, timeout: longestSettling) } catch {}
    }

    /// Returns when nothing has come for half a second. What has come and is still being read, or waits for a slow store, is no silence.
    private func silence() async {
        var before = -1
        while isRecording, !connection.isWaiting || batchCount != before {
            before = batchCount
            do { try await Task.sleep(for: .milliseconds(500)) } catch { return }
        }
    }
}
