import Activity
import JSON

extension TrafficReader {
    /// CDP `Runtime.bindingCalled`: the observer of a frame reports. Bindings of others are none of ours.
    mutating func bindingCalled(_ incoming: Incoming, into actions: inout [Action]) {
        guard incoming.string("name") == PageObserver.binding, let payload = incoming.string("payload"),
            let page = targets.place(of: incoming.session).pageID
        else { return }
        let frame = "\(incoming.session ?? "")/\(incoming.params["executionContextId"]?.integerValue ?? 0)"
        // The observer writes JSON; anything else is not its own.
        guard let fields = try? JSON.parse(payload), let report = PageReport(fields) else { return }
        // Chromium tells of a document when it begins, and seldom again: its title comes later.
        if [.dom, .load, .written, .title].contains(report.kind), let title = fields["title"]?.stringValue,
            !title.isEmpty
        {
            targets.entitle(page: page, title)
        }
        actions.append(.step(.report(report, page: page, frame: frame)))
    }
}
