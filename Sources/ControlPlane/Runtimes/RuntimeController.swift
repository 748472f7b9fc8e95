import Chromium
import JSON
import LiveView
import Logging
import Model
import Recorder
import Store

/// The life of one runtime: stopped, starting, active, stopping, and back.
///
/// Every step that takes time is a task in `phase`, so that calls that come meanwhile join it or wait for it.
actor RuntimeController {
    enum Phase {
        case stopped
        case starting(Task<ActiveRun, any Error>)
        case active(ActiveRun, watchers: [Task<Void, Never>])
        case stopping(Task<Void, Never>)
        case deleted
    }

    let id: RuntimeID
    unowned let runtimes: Runtimes
    let logger: Logger
    var runtime: Runtime
    var phase = Phase.stopped
    /// Changes of the settings, one by one.
    let changes = Gate(1)

    init(runtime: Runtime, runtimes: Runtimes) {
        id = runtime.id
        self.runtime = runtime
        self.runtimes = runtimes
        var logger = runtimes.logger
        logger[metadataKey: "runtime.id"] = "\(runtime.id)"
        self.logger = logger
    }

    var active: ActiveRun? {
        guard case .active(let active, _) = phase else { return nil }
        return active
    }

    func state() -> RuntimeState {
        var runtime = runtime
        if let active { runtime.lastActivityAt = active.activity.lastActivityAt }
        return RuntimeState(runtime: runtime, connectToken: active?.token)
    }

    func start() async throws -> RuntimeStart {
        while true {
            switch phase {
            case .active(let active, _): return found(active, started: false)
            case .starting(let task): return found(try await task.value, started: false)
            case .stopping(let task): await task.value
            case .deleted: throw ControlPlaneError.runtimeNotFound(id)
            case .stopped:
                let task = Task { try await self.open() }
                phase = .starting(task)
                return found(try await task.value, started: true)
            }
        }
    }

    private func found(_ active: ActiveRun, started: Bool) -> RuntimeStart {
        active.activity.touch()
        return RuntimeStart(runtimeID: id, runID: active.run.id, connectToken: active.token, started: started)
    }

    private func open() async throws -> ActiveRun {
        do {
            // The settings that it starts with are those of the last change.
            try await changes.pass {}
            try await runtimes.takePlace(id)
        } catch {
            phase = .stopped
            throw error
        }
        do {
            let active = try await launch()
            runtime.status = .active
            runtime.activeRunID = active.run.id
            phase = .active(active, watchers: watch(active))
            await runtimes.opened(active)
            return active
        } catch {
            await runtimes.leavePlace(id)
            phase = .stopped
            throw error
        }
    }

    func stop(_ reason: RunEnd.Reason) async throws -> RuntimeStop {
        while true {
            switch phase {
            case .starting(let task): _ = await task.result
            case .stopping(let task): await task.value
            case .stopped: return RuntimeStop(runtimeID: id, runID: nil, status: runtime.status, stopped: false)
            case .deleted: throw ControlPlaneError.runtimeNotFound(id)
            case .active(let active, _):
                await end(active, reason, failure: nil)
                return RuntimeStop(runtimeID: id, runID: active.run.id, status: runtime.status, stopped: true)
            }
        }
    }

    /// Ends an open run, once: whoever comes second finds another phase and does nothing.
    func end(_ ending: ActiveRun, _ reason: RunEnd.Reason, failure: RunFailure?) async {
        guard case .active(let active, let watchers) = phase, active.run.id == ending.run.id else { return }
        watchers.forEach { $0.cancel() }
        let task = Task { await self.seal(active, reason, failure: failure) }
        phase = .stopping(task)
        await task.value
    }

    private func seal(_ active: ActiveRun, _ reason: RunEnd.Reason, failure: RunFailure?) async {
        await runtimes.closed(active.run.id)
        await active.live.finish(failed: failure != nil)
        await active.recorder.settle()
        // What an agent has captured last is told in the run that it belongs to. Rows of the activity wait a little longer for their files: ten seconds.
        await active.tap.captures?.finish(timeout: .seconds(8))
        await active.browser.terminate()
        let recorded = await active.recording.value
        let end = RunEnd(reason: reason, failure: failure ?? recorded.failure)
        await close(active, end)
        runtime.status = end.failure == nil ? .stopped : .failed
        runtime.activeRunID = nil
        runtime.lastActivityAt = active.activity.lastActivityAt
        await save()
        await runtimes.leavePlace(id)
        phase = .stopped
    }

    /// Writes what the closing of the run did not: a failure costs only the time of the last activity, and is logged.
    private func save() async {
        do {
            try await runtimes.store.updateLife(of: runtime)
        } catch {
            logger.warning("Runtime not saved", metadata: ["error": "\(error)"])
        }
    }
}
