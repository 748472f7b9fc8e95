import JSON
import Model

/// Fields that are set, and forms that are sent.
extension ActivityFolder {
    mutating func chosen(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        let isTrusted = report.flag("trusted")
        let values = report.texts("values").map(\.quoted).joined(separator: ", ")
        switch report.kind {
        case .select:
            let message =
                values.isEmpty
                ? "Chose nothing in \(report.element.phrase)" : "Chose \(values) in \(report.element.phrase)"
            let index = add(.select, "browser.select", message, report, page, key, now, quiet: 30, trusted: isTrusted)
            if !isTrusted, let touch = takeChoice(page, now) { adopt(index, touch) }
            steps[index].draft.data["values"] = .array(report.texts("values").map { .string($0) })
        case .files:
            let message =
                values.isEmpty
                ? "Took the files out of \(report.element.phrase)" : "Put \(values) into \(report.element.phrase)"
            let index = add(.files, "file.uploaded", message, report, page, key, now, quiet: 0, trusted: isTrusted)
            uploaded(index, report, page, now)
        default: checked(report, page, key, now, isTrusted)
        }
    }

    /// Files from outside of the browser, dropped on a part of the page. A file field tells of them as of others that are put into it.
    mutating func droppedFiles(_ report: PageReport, _ page: String, _ now: Timestamp) {
        guard report.element.role != "file" else { return }
        let values = report.texts("values").map(\.quoted).joined(separator: ", ")
        let message = "Dropped \(values) onto \(report.element.phrase)"
        let isTrusted = report.flag("trusted")
        let index = add(.files, "file.uploaded", message, report, page, "drop", now, quiet: 0, trusted: isTrusted)
        uploaded(index, report, page, now)
    }

    private mutating func uploaded(_ index: Int, _ report: PageReport, _ page: String, _ now: Timestamp) {
        if steps[index].actor == .page { attribute(index, report, page: page, trusted: true, at: now) }
        steps[index].draft.category = .file
        steps[index].draft.fileID = takeStagedFile(named: report.texts("values"), page)
        steps[index].draft.data["files"] = .array(report.texts("values").map { .string($0) })
    }

    /// The person who has just chosen at a live view: also an agent's scripts run meanwhile, but they did not do this.
    private mutating func takeChoice(_ page: String, _ now: Timestamp) -> Touch? {
        guard let (asked, touch) = choosing, asked == page, now.milliseconds - touch.at.milliseconds <= 1000 else {
            return nil
        }
        choosing = nil
        return touch
    }

    /// The click on a box and its change are one step.
    private mutating func checked(
        _ report: PageReport,
        _ page: String,
        _ key: String,
        _ now: Timestamp,
        _ isTrusted: Bool
    ) {
        let isRadio = report.element.role == "radio"
        let verb = isRadio ? "Chose" : report.flag("checked") ? "Checked" : "Unchecked"
        let index =
            index(of: .click, page: page, key: key)
            ?? add(.check, "browser.check", "", report, page, key, now, quiet: 30, trusted: isTrusted)
        if !isTrusted { steps[index].draft.data["byScript"] = true }
        steps[index].draft.type = "browser.check"
        steps[index].draft.message =
            "\(verb) \(report.element.name.isEmpty ? report.element.phrase : report.element.name.quoted)"
        steps[index].draft.data["checked"] = .bool(report.flag("checked"))
        if steps[index].isSomebodys { settle(index, at: now) }
    }
}
