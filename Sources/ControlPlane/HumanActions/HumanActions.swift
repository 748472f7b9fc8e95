import Activity
import JSON
import LiveView
import Logging
public import Model
import Recorder
import Store

/// What agents ask of people: one request a runtime at a time. It is shown in the run's live views, where a person says that it is done.
///
/// A request lives no longer than its run: the end of the run cancels it, also when the server was lost meanwhile.
public actor HumanActions {
    private let store: any Store
    private let runtimes: Runtimes
    private let logger: Logger
    /// The runs that the pending ones belong to, also while they are being stopped.
    private var runs: [HumanActionID: ActiveRun] = [:]
    private var timers: [HumanActionID: Task<Void, Never>] = [:]
    private var waiters: [HumanActionID: [Int: CheckedContinuation<Void, Never>]] = [:]
    private var waiterCount = 0
    /// How often one was settled: a wait that read one before it was settled must not wait for it.
    private var settlements = 0

    init(store: any Store, runtimes: Runtimes, logger: Logger) {
        self.store = store
        self.runtimes = runtimes
        self.logger = logger
    }

    /// Asks for a person.
    /// - Parameter timeoutSeconds: after that the request has expired; nil: it waits as long as the run.
    /// - Throws: `runtime.not_found`, `runtime.not_active`, `human_action.already_pending`.
    public func create(runtime: RuntimeID, message: String, timeoutSeconds: Int?) async throws -> HumanAction {
        guard let active = await (try runtimes.controller(runtime)).active else {
            throw ControlPlaneError.runtimeNotActive(runtime)
        }
        active.activity.touch()
        let now = Timestamp.now
        let action = HumanAction(
            runtimeID: runtime,
            runID: active.run.id,
            message: message,
            createdAt: now,
            expiresAt: timeoutSeconds.map { now.adding(seconds: $0) }
        )
        try await insert(action, of: active)
        tell(action, in: active)
        if let timeoutSeconds { expire(action.id, after: timeoutSeconds) }
        let isShown = await active.live.show(action) { [self] ending in
            await finish(action.id, as: ending == .done ? .completed : .cancelled)
        }
        guard isShown else {
            await finish(action.id, as: .cancelled)
            throw ControlPlaneError.runtimeNotActive(runtime)
        }
        return action
    }

    private func insert(_ action: HumanAction, of active: ActiveRun) async throws {
        runs[action.id] = active
        do throws(StoreError) {
            try await store.insert(action)
        } catch {
            runs[action.id] = nil
            guard error.code == .conflict else { throw error }
            throw ControlPlaneError(
                .humanActionPending,
                "Another human action of this runtime is pending.",
                hint: "Wait for it, or cancel it first."
            )
        }
    }

    private func expire(_ id: HumanActionID, after seconds: Int) {
        timers[id] = Task {
            do { try await Task.sleep(for: .seconds(seconds)) } catch { return }
            await finish(id, as: .expired)
        }
    }

    /// The pending one, or else the latest.
    /// - Throws: `runtime.not_found`; `human_action.not_found` when there never was one.
    public func get(_ runtime: RuntimeID) async throws -> HumanAction {
        let controller = try await runtimes.controller(runtime)
        await controller.active?.activity.touch()
        guard let action = try await store.humanAction(of: runtime) else {
            throw ControlPlaneError(.humanActionNotFound, "The runtime has had no human action.")
        }
        return action
    }

    /// Waits until the pending one is settled, at most `timeout`. Whether it is, its status tells.
    public func wait(_ runtime: RuntimeID, timeout: Duration) async throws -> HumanAction {
        let action = try await latest(runtime)
        guard action.status == .requested else { return action }
        waiterCount += 1
        let number = waiterCount
        let timer = Task {
            do { try await Task.sleep(for: timeout) } catch {}
            wake(action.id, number)
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiters[action.id, default: [:]][number] = $0 }
        } onCancel: {
            timer.cancel()
        }
        timer.cancel()
        return try await get(runtime)
    }

    /// Read anew when one was settled meanwhile.
    private func latest(_ runtime: RuntimeID) async throws -> HumanAction {
        while true {
            let before = settlements
            let action = try await get(runtime)
            if before == settlements { return action }
        }
    }

    private func wake(_ id: HumanActionID, _ number: Int) {
        waiters[id]?.removeValue(forKey: number)?.resume()
        if waiters[id]?.isEmpty == true { waiters[id] = nil }
    }

    /// Completes or cancels the pending one. One that is settled that way already is returned as it is.
    /// - Throws: `human_action.not_found`; `human_action.not_pending` when it was settled otherwise.
    public func settle(_ runtime: RuntimeID, as status: HumanAction.Status) async throws -> HumanAction {
        let pending = try await get(runtime)
        guard pending.status == .requested else {
            guard pending.status == status else { throw Self.notPending(pending) }
            return pending
        }
        let settled = try await settle(pending.id, as: status)
        guard settled.status == status else { throw Self.notPending(settled) }
        return settled
    }

    private static func notPending(_ action: HumanAction) -> ControlPlaneError {
        ControlPlaneError(
            .humanActionNotPending,
            "The human action is \(action.status.rawValue).",
            details: ["humanActionId": .string(action.id.description), "status": .string(action.status.rawValue)]
        )
    }

    private func settle(_ id: HumanActionID, as status: HumanAction.Status) async throws -> HumanAction {
        let (settled, isNew) = try await store.settle(id, as: status, at: .now)
        settlements += 1
        timers.removeValue(forKey: id)?.cancel()
        let woken = waiters.removeValue(forKey: id) ?? [:]
        for waiter in woken.values { waiter.resume() }
        // Of calls at the same time only the one that settles it takes the run.
        guard isNew, let active = runs.removeValue(forKey: id) else { return settled }
        tell(settled, in: active)
        await active.live.hide(id)
        return settled
    }

    private func finish(_ id: HumanActionID, as status: HumanAction.Status) async {
        do {
            _ = try await settle(id, as: status)
        } catch {
            let run = runs.removeValue(forKey: id)?.run.id.description ?? "unknown"
            logger.warning("Human action not settled", metadata: ["run.id": "\(run)", "error": "\(error)"])
        }
    }

    /// After a lost server: the runs of what was pending are gone.
    func recover() async throws {
        for action in try await store.requestedHumanActions() {
            _ = try await store.settle(action.id, as: .cancelled, at: .now)
        }
    }

    private func tell(_ action: HumanAction, in active: ActiveRun) {
        let verb =
            switch action.status {
            case .requested: "Asked a person: \(action.message)"
            case .completed: "A person has done what was asked: \(action.message)"
            case .cancelled: "The request to a person was cancelled: \(action.message)"
            case .expired: "Nobody did in time what was asked: \(action.message)"
            }
        var draft = ActivityDraft(
            type: "system.human_action_\(action.status.rawValue)",
            category: .system,
            time: action.updatedAt,
            message: String(verb.prefix(1000)),
            data: ["humanActionId": .string(action.id.description)]
        )
        draft.status = action.status.rawValue
        active.recorder.tell(draft)
    }
}
