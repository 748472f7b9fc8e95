import CDP
import JSON
import Model

/// The state machine of a recording: the browser's messages in, actions out. It does no I/O and knows no clock of its own.
///
/// Each concern keeps its own book; what they have in common is the place of a session (``TargetBook``) and the clock.
struct TrafficReader: Sendable {
    let settings: RecorderSettings
    let rules: TrafficRules
    let downloadFolder: String
    /// Whether finished downloads become files before their event.
    var keepsDownloads = false
    var clock = BrowserClock()
    var targets = TargetBook()
    var network = NetworkBook()
    var navigations = NavigationBook()
    var console = ConsoleBook()
    var dialogs = DialogBook()
    var downloads = DownloadBook()
    var crashes = CrashBook()

    init(settings: RecorderSettings, rules: TrafficRules, downloadFolder: String) {
        self.settings = settings
        self.rules = rules
        self.downloadFolder = downloadFolder
    }

    /// Takes one message. Those whose method says nothing to us cost a look-up, nothing is parsed.
    /// - Parameter now: when it came; the time of events to which the browser gives none.
    mutating func read(_ message: CDPMessage, at now: Timestamp, into actions: inout [Action]) {
        guard let method = message.method, let route = Self.routes[method] else { return }
        // A target that is offered a second time keeps its first session; what the second says is said already.
        guard message.sessionID == nil || targets.session(message.sessionID) != nil || method.hasPrefix("Target.")
        else { return }
        guard let params = message.params else { return }
        route(&self, Incoming(params: params, session: message.sessionID, now: now), &actions)
    }

    /// Ends what is still open, as the run ends.
    mutating func finish(at now: Timestamp, into actions: inout [Action]) {
        endRequests(at: now, into: &actions) { _ in true }
        endNavigations(at: now, into: &actions) { _ in true }
        endDialogs(at: now, into: &actions) { _ in true }
        endDownloads(at: now, into: &actions)
    }
}

/// An event of the browser.
struct Incoming {
    let params: JSON
    let session: String?
    let now: Timestamp

    func string(_ name: String) -> String? { params[name]?.stringValue }
    func double(_ name: String) -> Double? { params[name]?.doubleValue }
}
