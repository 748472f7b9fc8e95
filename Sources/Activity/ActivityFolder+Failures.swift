import JSON
import Model

/// What went wrong, in bursts: one row for many of one kind.
extension ActivityFolder {
    /// Takes a request that failed, or that its server could not answer (status 500 and above).
    mutating func failed(_ event: EventDraft, _ number: Int64, _ now: Timestamp) {
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
            let draft = Self.draft(failed: event, isRefused)
            index = open(.failures, draft, page: event.pageID, key: key, at: now, quiet: 0)
            steps[index].parent = cause(event.pageID, now)
        }
        steps[index].covers(number)
        prolong(index, at: now, quiet: 1000)
    }

    private static func draft(failed event: EventDraft, _ isRefused: Bool) -> ActivityDraft {
        let url = event.data["url"]?.stringValue ?? ""
        let reason =
            if isRefused {
                "the runtime's traffic rules refuse it"
            } else if event.type == .networkResponse, let code = event.data["statusCode"]?.integerValue {
                "the server answered with the error \(code)"
            } else {
                plain(event.data["errorText"]?.stringValue ?? "")
            }
        var draft = ActivityDraft(
            type: isRefused ? "network.refused" : "network.failed",
            category: .network,
            time: event.time,
            message: "The request for \(short(url)) failed: \(reason)",
            data: ["url": .string(bare(url))]
        )
        draft.severity = isRefused ? .info : .warning
        draft.view = isRefused ? .debug : .normal
        return draft
    }

    mutating func console(_ event: EventDraft, _ number: Int64, _ now: Timestamp) {
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

    mutating func pageError(_ event: EventDraft, _ number: Int64, _ now: Timestamp) {
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
}
