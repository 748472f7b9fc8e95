import JSON
public import Model

extension ActivityFolder {
    /// Takes what the observer of a frame reports.
    /// - Parameter frame: Tells frames apart, whose elements are numbered each for themselves.
    public mutating func read(_ report: PageReport, page: String, frame: String, at now: Timestamp) {
        followClock(to: now)
        let key = "\(frame)#\(report.element.number)"
        switch report.kind {
        case .down: down(report, page, key, now)
        case .swipe: swiped(page, now)
        case .up: up(report, page, now)
        case .click: click(report, page, key, now)
        case .input: typed(report, page, key, now)
        case .select, .check, .files: chosen(report, page, key, now)
        case .key: pressed(report, page, key, now)
        case .submit: submitted(report, page, key, now)
        case .scroll: scrolled(report, page, key, now)
        case .hover: hovered(report, page, key, now)
        case .drop: dropped(report, page, now)
        case .dragEnd: dragEnded(report, page, now)
        case .dom, .load: loaded(report, page, now)
        case .title: entitled(report, page, now)
        case .written: written(report, page, now)
        }
    }

    mutating func add(
        _ kind: Step.Kind,
        _ type: String,
        _ message: String,
        _ report: PageReport,
        _ page: String,
        _ key: String,
        _ now: Timestamp,
        quiet: Int64,
        trusted: Bool = true
    ) -> Int {
        // What is typed into a field ends with a press on it, or with a key such as Enter; and a row of keys with what is typed.
        interrupt(page: page, at: now, except: [.down, .key, .input].contains(report.kind) ? nil : key)
        let draft = ActivityDraft(type: type, category: .browser, time: report.time, message: message)
        let newest = open(kind, draft, page: page, key: key, at: now, quiet: quiet)
        // What a page reports comes on another line than what agents send next.
        let index = place(newest, since: now.milliseconds - report.time.milliseconds < 2000 ? report.time : now)
        steps[index].element = report.element
        attribute(index, report, page: page, trusted: trusted, at: now)
        if steps[index].actor == .page, let cause = cause(page, now) { steps[index].parent = cause }
        if steps[index].isSomebodys, kind != .hover, kind != .scroll { causes[page] = (steps[index].token, now) }
        return index
    }
}
