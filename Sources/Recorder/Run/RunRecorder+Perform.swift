import CDP
import JSON
import Logging
import Model
import Store

extension RunRecorder {
    /// Carries actions out: commands at once and in order, events as one batch.
    func perform(_ actions: [Action]) async throws(StoreError) {
        carryOut(actions)
        try await write(actions)
    }

    func carryOut(_ actions: [Action]) {
        for action in actions { carryOut(action) }
    }

    /// - Returns: the number of the first event; nil before the run is open.
    @discardableResult
    func write(_ actions: [Action]) async throws(StoreError) -> Int64? {
        var drafts: [EventDraft] = []
        for action in actions {
            guard case .event(let draft) = action else { continue }
            drafts.append(draft.redacted(by: redaction, limits: settings.limits))
        }
        let first = try await writer?.append(drafts)
        await tell(actions, drafts, first: first)
        return first
    }

    /// Hands the activity what came, in its order.
    private func tell(_ actions: [Action], _ drafts: [EventDraft], first: Int64?) async {
        guard let activity else { return }
        var sources: [StepSource] = []
        var index = 0
        for action in actions {
            switch action {
            case .event:
                if let first { sources.append(.event(drafts[index], number: first + Int64(index))) }
                index += 1
            case .step(let source): sources.append(source)
            default: break
            }
        }
        if !sources.isEmpty { await activity.read(sources) }
    }

    /// While a person drives, the person answers.
    private func watch(_ dialog: DialogID) {
        after(settings.dialogTimeout) { recorder, actions in
            if recorder.dialogsAreHeld {
                if recorder.reader.dialogs.open.contains(where: { $0.id == dialog }) { recorder.watch(dialog) }
            } else {
                recorder.reader.dialogTimedOut(dialog, into: &actions)
            }
        }
    }

    private func carryOut(_ action: Action) {
        switch action {
        case .event, .step: break
        case .send(let method, let params, let session):
            if method == SetupBook.lastCommand, let session, letsAgentSpeak(first: session) { return }
            let id = connection.send(method, params, session: session)
            let target = reader.targets.session(session)
            // A page in a process of its own needs every client's word to run, and answers nobody before: no agent may wait for that.
            if target?.kind != .page || target?.hasOpener == true { setups.sent(method, as: id, session: session) }
        case .watchDialog(let dialog): watch(dialog)
        case .flushLater: planFlush()
        case .keep(let download): keep(download)
        case .expectDownload(let download): namedDownloads.expect(download)
        case .endDownload(let guid, isWhole: true): downloadEnds(guid: guid)
        case .endDownload(let guid, isWhole: false): namedDownloads.forget(guid)
        }
    }

    private func planFlush() {
        guard !isFlushPlanned else { return }
        isFlushPlanned = true
        after(.milliseconds(500)) { recorder, actions in
            recorder.isFlushPlanned = false
            recorder.reader.flushLateEnds(at: .now, into: &actions)
        }
    }

    /// Runs a step of the state machine after a while, unless the run has ended.
    func after(_ pause: Duration, _ step: @escaping @Sendable (isolated RunRecorder, inout [Action]) -> Void) {
        guard !isClosed else { return }
        taskCount += 1
        let number = taskCount
        tasks[number] = Task {
            do { try await Task.sleep(for: pause) } catch { return }
            var actions: [Action] = []
            step(self, &actions)
            defer { tasks[number] = nil }
            guard !actions.isEmpty else { return }
            // A store that has failed is told of by record().
            do throws(StoreError) { try await perform(actions) } catch { logger.debug("Events not stored: \(error)") }
        }
    }

    func endTasks() async {
        for task in tasks.values { task.cancel() }
        tasks.removeAll()
        // Who asks after the browser's last word has no other way out.
        setups.giveUpAll()
        for waiter in waiters { waiter.continuation.resume(returning: false) }
        waiters.removeAll()
    }
}
