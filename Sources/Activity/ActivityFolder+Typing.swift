import JSON
import Model

/// Keys: texts typed into fields, and keys that write nothing.
extension ActivityFolder {
    static let typingPause: Int64 = 1000

    mutating func typed(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        let isTrusted = report.flag("trusted")
        if isTrusted, !seen(page: page, at: now) { return }
        // Some frameworks say once more by script that the field has changed.
        if !isTrusted, report.flag("same") { return }
        let edit = TextEdit(report)
        let index =
            openTyping(report, edit, page, key, now)
            ?? add(.type, "browser.type", "", report, page, key, now, quiet: 0, trusted: isTrusted)
        prolong(index, at: now, quiet: Self.typingPause)
        tell(report, edit, index)
        if isTrusted { steps[index].notes["trusted"] = true }
        if steps[index].notes["trusted"] != true { steps[index].draft.data["byScript"] = true }
    }

    /// The row that goes on: what is typed where its text stands. What the page itself has made of the field meanwhile is part of it too.
    private mutating func openTyping(
        _ report: PageReport,
        _ edit: TextEdit,
        _ page: String,
        _ key: String,
        _ now: Timestamp
    ) -> Int? {
        guard let open = index(of: .type, page: page, key: key), goesOn(open, report, page, now) else { return nil }
        guard var typed = steps[open].typed, !report.flag("secret") else { return open }
        if let moved = report.fields["moved"].flatMap({ $0.objectValue == nil ? nil : TextEdit($0) }) {
            if typed.isWiped(by: moved) { return nil }
            typed.follow(moved)
        }
        guard typed.touches(edit) else { return nil }
        steps[open].typed = typed
        return open
    }

    private mutating func tell(_ report: PageReport, _ edit: TextEdit, _ index: Int) {
        guard !report.flag("secret") else {
            steps[index].typed = nil
            steps[index].draft.message = "Typed a hidden text into \(report.element.phrase)"
            return steps[index].draft.data = ["masked": true]
        }
        var typed = steps[index].typed ?? TypedText(edit)
        if steps[index].typed != nil { typed.take(edit) }
        steps[index].typed = typed
        steps[index].draft.message = Self.words(report, typed)
        steps[index].draft.data = ["text": .string(typed.text), "length": .integer(typed.length)]
        if typed.length == 0, typed.deleted > 0 { steps[index].draft.data["deleted"] = .integer(typed.deleted) }
    }

    private static func words(_ report: PageReport, _ typed: TypedText) -> String {
        let field = report.element.phrase
        if report.flag("empty"), typed.deleted > 0 || !report.flag("trusted") { return "Cleared \(field)" }
        if typed.length > 0 {
            return report.flag("set")
                ? "Set \(field) to \(typed.text.quoted)" : "Typed \(typed.text.quoted) into \(field)"
        }
        if typed.deleted > 0 {
            return "Deleted \(typed.deleted) \(typed.deleted == 1 ? "character" : "characters") in \(field)"
        }
        return typed.wasTyped ? "Typed a text into \(field) and deleted it again" : "Typed into \(field)"
    }

    mutating func pressed(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        if report.flag("plain") { return pressedPlain(report, page, key, now) }
        // One goes step by step through a list or a text.
        let quiet = report.flag("moves") ? Self.typingPause : 100
        if let index = index(of: .key, page: page, key: key), goesOn(index, report, page, now),
            steps[index].draft.data["key"]?.stringValue == report.text("key")
        {
            steps[index].count += 1
            return prolong(index, at: now, quiet: max(quiet, 300))
        }
        addKey(report, page, key, now, quiet: quiet)
    }

    /// A character that goes into no field. Only one that stands alone is named: several, typed into a drawing of a remote desktop, say, may be a
    /// password.
    private mutating func pressedPlain(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        guard seen(page: page, at: now) else { return }
        let before = plainKeys.updateValue(now, forKey: page)
        let isAlone = before.map { now.milliseconds - $0.milliseconds > Self.typingPause } ?? true
        let open = steps.lastIndex {
            $0.kind == .key && $0.page == page && $0.notes["plain"] == true && $0.settles > now
        }
        if let open { steps[open].count += 1 }
        let index = open ?? addKey(report, page, key, now, quiet: 0)
        steps[index].notes["plain"] = true
        prolong(index, at: now, quiet: Self.typingPause)
        guard !isAlone else { return }
        steps[index].draft.message = "Pressed keys"
        steps[index].draft.data["key"] = nil
    }

    @discardableResult
    private mutating func addKey(
        _ report: PageReport,
        _ page: String,
        _ key: String,
        _ now: Timestamp,
        quiet: Int64
    ) -> Int {
        let place = ["body", "html"].contains(report.element.tag) ? "" : " in \(report.element.phrase)"
        let message = "Pressed \(report.text("key"))\(place)"
        let index = add(.key, "browser.press", message, report, page, key, now, quiet: quiet)
        steps[index].draft.data["key"] = .string(report.text("key"))
        return index
    }
}
