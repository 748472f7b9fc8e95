import JSON
public import Model

extension ActivityDraft {
    /// The row of the first or the last event of a run.
    public init(lifecycle event: EventDraft) {
        let time = ActivityFolder.time(event.durationSeconds ?? 0).replacing(" in ", with: " after ")
        let reason = event.data["reason"]?.stringValue ?? ""
        let status = event.status ?? .started
        let message: String =
            switch status {
            case .started: "The browser started"
            case .failed: Self.failed(event, time)
            default: "The browser stopped\(time)\(Self.why[reason] ?? "")"
            }
        self.init(type: "runtime.\(status.rawValue)", category: .runtime, time: event.time, message: message)
        self.status = status.rawValue
        severity = status == .failed ? .error : .info
        durationSeconds = event.durationSeconds
        data = ["reason": .string(reason)]
    }

    private static func failed(_ event: EventDraft, _ time: String) -> String {
        let failure = event.data["failure"]
        // The browser did nothing wrong.
        if failure?["code"] == "runtime.host_lost" { return "The server was lost\(time), and the browser with it" }
        return "The browser failed\(time): \(failure?["message"]?.stringValue ?? "unknown")"
    }

    private static let why = [
        "idle_timeout": ", since nobody used it", "shutdown": ", since the server was stopped", "limit": ", at a limit",
        "api": ", as it was asked to",
    ]
}
