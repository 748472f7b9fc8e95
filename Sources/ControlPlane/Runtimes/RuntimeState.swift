public import CDPProxy
import Chromium
public import Credentials
public import Model

/// A runtime and the way into its browser while a run is open.
public struct RuntimeState: Sendable {
    public let runtime: Runtime
    /// The token of the open run's address; nil while none is open.
    public let connectToken: Secret?
}

/// What a start found or did.
public struct RuntimeStart: Sendable {
    public let runtimeID: RuntimeID
    public let runID: RunID
    /// The token of the run's address, the same at every start and read of the run.
    public let connectToken: Secret
    /// False when the runtime was active already.
    public let started: Bool
}

/// What a stop found or did.
public struct RuntimeStop: Sendable {
    public let runtimeID: RuntimeID
    /// The run that was ended; nil when none was open.
    public let runID: RunID?
    public let status: Runtime.Status
    public let stopped: Bool
}

/// The way into the browser of an open run, with the tap that the recorder reads the agent's commands by.
public struct AgentConnection: Sendable {
    /// The browser's own DevTools port on loopback.
    public let port: Int
    /// The path of the browser's own DevTools address, `/devtools/browser/...`.
    public let browserPath: String
    private let recorderTap: RecorderTap

    /// The tap for a client of a path at the browser.
    public func tap(of path: String) -> any CommandTap {
        var tap = recorderTap
        if path.hasPrefix("/devtools/page/") { tap.page = String(path.dropFirst("/devtools/page/".count)) }
        return tap
    }

    init(_ active: ActiveRun) {
        port = active.browser.port
        browserPath = active.browser.browserPath
        recorderTap = active.tap
    }
}
