import CDP
import Chromium
import Credentials
import FrameLog
import LiveView
import Logging
import Model
import Recorder

extension RuntimeController {
    /// Launches the browser, opens the run and waits until its first page is on record.
    func launch() async throws -> ActiveRun {
        let run = Run(runtimeID: id, runtimeName: runtime.name, spaceID: runtime.spaceID)
        let browser = try await launchBrowser(for: run)
        let active = begin(run, in: browser)
        do {
            try await active.recorder.open()
        } catch {
            await browser.terminate()
            _ = await active.recording.value
            throw error
        }
        try await attach(active)
        return active
    }

    private func launchBrowser(for run: Run) async throws -> BrowserProcess {
        let request = BrowserRequest(
            runID: run.id,
            runtimeID: id,
            keepsProfile: runtime.config.profile,
            viewport: runtime.config.viewport,
            proxy: runtime.config.proxy
        )
        do {
            return try await runtimes.launcher.launch(request)
        } catch {
            logger.error("Browser not started", metadata: ["run.id": "\(run.id)", "error": "\(error)"])
            throw ControlPlaneError(.hostUnavailable, error.message, hint: error.hint)
        }
    }

    private func begin(_ run: Run, in browser: BrowserProcess) -> ActiveRun {
        let connection = CDPConnection(transport: browser.transport)
        let recorder = RunRecorder(
            run: run,
            connection: connection,
            store: runtimes.store,
            hub: runtimes.hub,
            activityHub: runtimes.activityHub,
            networkTraffic: runtime.config.networkTraffic,
            proxy: runtime.config.proxy,
            downloadFolder: browser.downloadFolder,
            frameLog: frameLog(for: run),
            downloads: runtimes.downloads.belonging(to: browser.user),
            settings: recorderSettings,
            logger: logger
        )
        let activity = ActivityClock()
        let live = LiveRun(
            run: run,
            connection: connection,
            recorder: recorder,
            frames: recorder.frames,
            uploadFolder: browser.uploadFolder,
            settings: runtimes.settings.liveViews,
            logger: logger,
            touch: { activity.touch() }
        )
        return ActiveRun(
            run: run,
            browser: browser,
            connection: connection,
            recorder: recorder,
            recording: Task { await recorder.record() },
            token: .random(),
            activity: activity,
            tap: RecorderTap(
                recorder: recorder,
                activity: activity,
                gate: AgentGate(driving: live.driving),
                captures: captures(of: run, recorder)
            ),
            live: live
        )
    }

    private var recorderSettings: RecorderSettings {
        var settings = runtimes.settings.recorder
        settings.screencast = runtimes.settings.recordings.screencast(of: runtime.config.recording)
        return settings
    }

    /// Nil when the run is not to be recorded.
    private func frameLog(for run: Run) -> FrameLogWriter? {
        let recordings = runtimes.settings.recordings
        guard recordings.isOn(for: runtime.config.recording) else { return nil }
        return FrameLogWriter(
            folder: "\(recordings.folder)/\(run.id)",
            run: run.id,
            startedAt: run.startedAt,
            settings: recordings.log,
            logger: logger
        )
    }

    private func captures(of run: Run, _ recorder: RunRecorder) -> AgentCaptures? {
        guard runtimes.settings.capturesFiles else { return nil }
        return AgentCaptures(run: run, files: runtimes.files, recorder: recorder, logger: logger)
    }

    /// A browser that starts but does not answer leaves a run that says so.
    private func attach(_ active: ActiveRun) async throws {
        do {
            try await active.recorder.attach()
        } catch {
            await active.browser.terminate()
            _ = await active.recording.value
            let exit = await active.browser.exit()
            let failure = RunFailure(code: .startFailed, message: "The browser did not answer (\(error)): \(exit)")
            await close(active, RunEnd(reason: .crash, failure: failure))
            throw ControlPlaneError(.hostUnavailable, failure.message, hint: "See the server's log, and try again.")
        }
    }
}
