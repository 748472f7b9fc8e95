import JSON
public import Model

extension ActivityFolder {
    /// Takes an event of the run, in the order of their numbers.
    public mutating func read(_ event: EventDraft, number: Int64, at now: Timestamp) {
        eventNumber = number
        switch event.type {
        case .runtimeLifecycle: lifecycle(event, number, now)
        case .navigation: navigation(event, number, now)
        case .networkRequest: redirected(event, number)
        case .networkResponse: answered(event, number)
        case .networkFailed: failed(event, number, now)
        case .consoleMessage: console(event, number, now)
        case .pageError: pageError(event, number, now)
        case .pageCrash: crashed(event, number, now)
        case .dialog: dialog(event, number, now)
        case .download: download(event, number, now)
        case .captchaSolveStarted, .captchaSolveSucceeded, .captchaSolveFailed: break
        }
    }

    private mutating func lifecycle(_ event: EventDraft, _ number: Int64, _ now: Timestamp) {
        let status = event.status ?? .started
        if status != .started {
            // Tabs that end with the browser were closed by nobody.
            steps.removeAll { $0.kind == .tabClosed && $0.actor == .page }
            finish(at: now)
        }
        let index = open(.other, ActivityDraft(lifecycle: event), page: nil, at: now, quiet: 0)
        steps[index].actor = .martlet
        steps[index].covers(number)
        // Nothing is held back by the end of the run.
        if status != .started { finish(at: now) }
    }

    private mutating func failed(_ event: EventDraft, _ number: Int64, _ now: Timestamp) {
        guard event.data["canceled"]?.boolValue != true, event.data["resourceType"]?.stringValue != "document" else {
            return
        }
        let isRefused = event.data["blockedReason"]?.stringValue == "inspector"
        let key = isRefused ? "refused" : "failed"
        let index: Int
        if let open = self.index(of: .failures, page: event.pageID, key: key),
            now.seconds(since: steps[open].opened) < 5
        {
            index = open
            steps[index].count += 1
        } else {
            let text = event.data["errorText"]?.stringValue ?? ""
            let address = Self.short(event.data["url"]?.stringValue ?? "")
            let reason = isRefused ? "the runtime's traffic rules refuse it" : Self.plain(text)
            var draft = ActivityDraft(
                type: isRefused ? "network.refused" : "network.failed",
                category: .network,
                time: event.time,
                message: "The request for \(address) failed: \(reason)",
                data: ["url": .string(Self.bare(event.data["url"]?.stringValue ?? ""))]
            )
            draft.severity = isRefused ? .info : .warning
            draft.view = isRefused ? .debug : .normal
            index = open(.failures, draft, page: event.pageID, key: key, at: now, quiet: 0)
            steps[index].parent = cause(event.pageID, now)
        }
        steps[index].covers(number)
        prolong(index, at: now, quiet: 1000)
    }

    private mutating func console(_ event: EventDraft, _ number: Int64, _ now: Timestamp) {
        guard event.data["level"]?.stringValue == "error", event.data["source"]?.stringValue != "network" else {
            return
        }
        let text = event.data["text"]?.stringValue ?? ""
        burst(
            .consoleErrors,
            "console.error",
            .console,
            "The page logged an error: \(text.quoted)",
            event,
            text,
            number,
            now
        )
    }

    private mutating func pageError(_ event: EventDraft, _ number: Int64, _ now: Timestamp) {
        let text = event.data["message"]?.stringValue ?? ""
        burst(
            .pageError,
            "browser.error",
            .browser,
            "A script of the page failed: \(text.quoted)",
            event,
            text,
            number,
            now
        )
    }

    private mutating func burst(
        _ kind: Step.Kind,
        _ type: String,
        _ category: ActivityCategory,
        _ message: String,
        _ event: EventDraft,
        _ key: String,
        _ number: Int64,
        _ now: Timestamp
    ) {
        let index: Int
        if let open = self.index(of: kind, page: event.pageID, key: key) {
            index = open
            steps[index].count += 1
        } else {
            var draft = ActivityDraft(type: type, category: category, time: event.time, message: message)
            draft.severity = .error
            draft.view = category == .console ? .debug : .normal
            index = open(kind, draft, page: event.pageID, key: key, at: now, quiet: 0)
            steps[index].parent = cause(event.pageID, now)
        }
        steps[index].covers(number)
        if now.seconds(since: steps[index].opened) < 5 { prolong(index, at: now, quiet: 500) }
    }

    private mutating func crashed(_ event: EventDraft, _ number: Int64, _ now: Timestamp) {
        let isFrame = event.data["mainFrame"]?.boolValue == false
        let what = isFrame ? "A frame of \(name(of: event.pageID))" : name(of: event.pageID)
        var draft = ActivityDraft(
            type: "browser.crash",
            category: .browser,
            time: event.time,
            message: "\(what.prefix(1).uppercased() + what.dropFirst()) crashed"
        )
        draft.severity = .error
        draft.status = "failed"
        let index = open(.other, draft, page: event.pageID, at: now, quiet: 0)
        steps[index].parent = cause(event.pageID, now)
        steps[index].covers(number)
    }

    /// Martlet answers no dialog earlier, in seconds.
    private static let martletAnswersAfter = 0.9

    private mutating func dialog(_ event: EventDraft, _ number: Int64, _ now: Timestamp) {
        let kind = event.data["dialogType"]?.stringValue ?? "alert"
        if event.status == .started {
            let text = event.data["message"]?.stringValue ?? ""
            let asked =
                kind == "beforeunload"
                ? "asked whether to leave it" : "\(kind == "alert" ? "said" : "asked") \(text.quoted)"
            let draft = ActivityDraft(
                type: "browser.dialog",
                category: .browser,
                time: event.time,
                message: "The page \(asked)",
                data: ["dialogType": .string(kind)]
            )
            let index = open(.dialog, draft, page: event.pageID, at: now, quiet: 3_600_000)
            steps[index].parent = cause(event.pageID, now)
            steps[index].covers(number)
            return
        }
        guard let index = index(of: .dialog, page: event.pageID) else { return }
        steps[index].notes["accepted"] = event.data["accepted"] ?? false
        steps[index].draft.data["accepted"] = event.data["accepted"] ?? false
        steps[index].actor = .martlet
        if let answered, now.milliseconds - answered.touch.at.milliseconds < 3000 {
            steps[index].actor = .agent
            steps[index].client = answered.touch.client
        }
        if steps[index].actor == .martlet, now.seconds(since: steps[index].opened) < Self.martletAnswersAfter {
            steps[index].actor = .agent
            steps[index].client = clients.count == 1 ? 1 : nil
        }
        answered = nil
        steps[index].covers(number)
        // The agent's answer may become known a moment later.
        prolong(index, at: now, quiet: 150)
    }

    private mutating func download(_ event: EventDraft, _ number: Int64, _ now: Timestamp) {
        let key = event.data["downloadId"]?.stringValue ?? ""
        let name = (event.data["suggestedName"]?.stringValue ?? "a file").quoted
        if event.status == .started {
            let draft = ActivityDraft(
                type: "file.downloaded",
                category: .file,
                time: event.time,
                message: "Downloaded \(name)",
                data: ["fileName": event.data["suggestedName"] ?? ""]
            )
            let index = open(.download, draft, page: event.pageID, key: key, at: now, quiet: 3_600_000)
            steps[index].parent = cause(event.pageID, now)
            steps[index].covers(number)
            steps.removeAll {
                $0.kind == .navigation && $0.page == event.pageID
                    && $0.draft.data["url"]?.stringValue == event.data["url"]?.stringValue.map(Self.bare)
            }
            return
        }
        guard let index = steps.lastIndex(where: { $0.kind == .download && $0.key == key }) else { return }
        let seconds = max(0, now.seconds(since: steps[index].opened))
        steps[index].draft.durationSeconds = seconds
        steps[index].covers(number)
        if event.status == .finished {
            let size = event.data["sizeBytes"]?.integerValue ?? 0
            steps[index].draft.message += " (\(Self.size(size)))\(Self.time(seconds))"
            steps[index].draft.data["sizeBytes"] = .integer(size)
        } else {
            steps[index].draft.message =
                "The download of \(name) \(event.data["errorText"] == "canceled" ? "was cancelled" : "broke off")"
            steps[index].draft.severity = .warning
            steps[index].draft.status = "failed"
        }
        settle(index, at: now)
    }

    static func size(_ bytes: Int64) -> String {
        switch bytes {
        case ..<1000: "\(bytes) bytes"
        case ..<1_000_000: "\(bytes / 1000) kB"
        default: "\(bytes / 1_000_000).\(bytes % 1_000_000 / 100_000) MB"
        }
    }
}

extension ActivityDraft {
    /// The row of the first or the last event of a run.
    public init(lifecycle event: EventDraft) {
        let time = ActivityFolder.time(event.durationSeconds ?? 0).replacing(" in ", with: " after ")
        let reason = event.data["reason"]?.stringValue ?? ""
        let status = event.status ?? .started
        let message: String =
            switch status {
            case .started: "The browser started"
            case .failed: "The browser failed\(time): \(event.data["failure"]?["message"]?.stringValue ?? reason)"
            default: "The browser stopped\(time)\(Self.why[reason] ?? "")"
            }
        self.init(type: "runtime.\(status.rawValue)", category: .runtime, time: event.time, message: message)
        self.status = status.rawValue
        severity = status == .failed ? .error : .info
        durationSeconds = event.durationSeconds
        data = ["reason": .string(reason)]
    }

    private static let why = [
        "idle_timeout": ", since nobody used it", "shutdown": ", since the server was stopped", "limit": ", at a limit",
        "api": ", as it was asked to",
    ]
}
