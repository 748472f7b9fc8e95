import JSON
import Model

/// Forms that are sent, by the browser or by a script of the page.
extension ActivityFolder {
    /// How long the request of a script may take to leave, in milliseconds; one that only reads may be another's.
    private static let (sendingPause, readingPause): (Int64, Int64) = (1000, 150)

    mutating func submitted(_ report: PageReport, _ page: String, _ key: String, _ now: Timestamp) {
        let (parent, before) = (cause(page, now), causes[page])
        let message = Self.words(ofForm: report)
        let index = add(.submit, "browser.submit", message, report, page, key, now, quiet: 30, trusted: false)
        if report.flag("prevented") { awaitRequest(of: index, report, page, now) }
        guard let parent else { return }
        // What comes of it is a child of the step that somebody took.
        steps[index].parent = parent
        steps[index].actor = .page
        steps[index].doer = nil
        causes[page] = before
    }

    /// A page that keeps the browser from sending a form refuses it, or sends it by a script: then a request follows.
    private mutating func awaitRequest(of index: Int, _ report: PageReport, _ page: String, _ now: Timestamp) {
        steps[index].draft.data["prevented"] = true
        guard Self.refused(report) == nil else { return }
        steps[index].notes["asked"] = .integer(report.time.milliseconds)
        steps[index].notes["sent"] = .string("Sent \(Self.form(report))")
        prolong(index, at: now, quiet: Self.sendingPause)
        if let request = requests[page] { send(index, by: request, now) }
    }

    /// A script of the page has made a request, maybe before the page told of the form.
    mutating func requested(_ event: EventDraft, _ now: Timestamp) {
        guard let page = event.pageID, ["fetch", "xhr"].contains(event.data["resourceType"]?.stringValue) else {
            return
        }
        let request = ScriptRequest(time: event.time, reads: event.data["method"]?.stringValue == "GET")
        requests[page] = request
        for index in steps.indices where steps[index].kind == .submit && steps[index].page == page {
            send(index, by: request, now)
        }
    }

    private mutating func send(_ index: Int, by request: ScriptRequest, _ now: Timestamp) {
        guard let sent = steps[index].notes["sent"]?.stringValue, let asked = steps[index].notes["asked"]?.integerValue
        else { return }
        let pause = request.time.milliseconds - asked
        guard pause >= -5, pause <= (request.reads ? Self.readingPause : Self.sendingPause) else { return }
        steps[index].notes["sent"] = nil
        steps[index].draft.message = sent
        steps[index].draft.data["prevented"] = nil
        steps[index].draft.data["byScript"] = true
        settle(index, at: now)
    }

    private static func refused(_ report: PageReport) -> JSON? {
        guard let field = report.fields["refused"], field.objectValue != nil else { return nil }
        return field
    }

    private static func form(_ report: PageReport) -> String {
        let name = report.element.name.isEmpty ? "the form" : "the \(report.element.name.quoted) form"
        let by = report.text("by")
        return by.isEmpty || by == report.element.name ? name : "\(name) with \(by.quoted)"
    }

    private static func words(ofForm report: PageReport) -> String {
        guard report.flag("prevented") else { return "Sent \(form(report))" }
        guard let refused = refused(report) else { return "Tried to send \(form(report))" }
        return "Tried to send \(form(report)); \(PageElement(refused).phrase) was not accepted"
    }
}

/// A request that a script of a page has made.
struct ScriptRequest: Sendable {
    let time: Timestamp
    /// Whether its method is `GET`.
    let reads: Bool
}
