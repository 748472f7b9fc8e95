import CDP
import Chromium
import Credentials
import LiveView
import Model
import Recorder

/// All that belongs to one open run.
struct ActiveRun: Sendable {
    let run: Run
    let browser: BrowserProcess
    let connection: CDPConnection
    let recorder: RunRecorder
    /// Reads the browser until it is gone or the store fails.
    let recording: Task<RecorderEnd, Never>
    let token: Secret
    let activity: ActivityClock
    let tap: RecorderTap
    let live: LiveRun
}
