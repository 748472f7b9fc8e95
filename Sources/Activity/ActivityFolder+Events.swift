import JSON
public import Model

extension ActivityFolder {
    /// Takes an event of the run, in the order of their numbers.
    public mutating func read(_ event: EventDraft, number: Int64, at now: Timestamp) {
        followClock(to: now)
        eventNumber = number
        switch event.type {
        case .runtimeLifecycle: lifecycle(event, number, now)
        case .navigation: navigation(event, number, now)
        case .networkRequest:
            redirected(event, number)
            requested(event, now)
        case .networkResponse:
            answered(event, number)
            if (event.data["statusCode"]?.integerValue ?? 0) >= 500 { failed(event, number, now) }
        case .networkFailed: failed(event, number, now)
        case .consoleMessage: console(event, number, now)
        case .pageError: pageError(event, number, now)
        case .pageCrash: crashed(event, number, now)
        case .dialog: dialog(event, number, now)
        case .download: download(event, number, now)
        case .captchaSolveStarted, .captchaSolveSucceeded, .captchaSolveFailed, .control: break
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
}
