import JSON
import Model

/// Downloads, from their begin to their end.
extension ActivityFolder {
    mutating func download(_ event: EventDraft, _ number: Int64, _ now: Timestamp) {
        let key = event.data["downloadId"]?.stringValue ?? ""
        if event.status == .started { return open(download: event, key, number, now) }
        guard let index = steps.lastIndex(where: { $0.kind == .download && $0.key == key }) else { return }
        steps[index].covers(number)
        end(download: index, event, max(0, now.seconds(since: steps[index].opened)))
        settle(index, at: now)
    }

    private mutating func open(download event: EventDraft, _ key: String, _ number: Int64, _ now: Timestamp) {
        let draft = ActivityDraft(
            type: "file.downloaded",
            category: .file,
            time: event.time,
            message: "Began to download \(Self.file(event))",
            data: ["fileName": event.data["suggestedName"] ?? ""]
        )
        let index = open(.download, draft, page: event.pageID, key: key, at: now, quiet: 3_600_000)
        steps[index].parent = cause(event.pageID, now)
        steps[index].covers(number)
        replaceNavigation(by: index, url: event.data["url"]?.stringValue.map(Self.bare))
    }

    /// What set out as a navigation was this download, and whoever asked for it asked for this.
    private mutating func replaceNavigation(by download: Int, url: String?) {
        let page = steps[download].page
        guard
            let index = steps.lastIndex(where: {
                $0.kind == .navigation && $0.page == page && $0.draft.data["url"]?.stringValue == url
            })
        else { return }
        let navigation = steps[index]
        if navigation.isSomebodys {
            (steps[download].actor, steps[download].doer) = (navigation.actor, navigation.doer)
        }
        steps[download].parent = navigation.parent
        if let page, causes[page]?.token == navigation.token { causes[page]?.token = steps[download].token }
        steps.remove(at: index)
    }

    private mutating func end(download index: Int, _ event: EventDraft, _ seconds: Double) {
        steps[index].draft.durationSeconds = seconds
        if event.status == .finished {
            let size = event.data["sizeBytes"]?.integerValue ?? 0
            steps[index].draft.message = "Downloaded \(Self.file(event)) (\(Self.size(size)))\(Self.time(seconds))"
            steps[index].draft.data["sizeBytes"] = .integer(size)
            steps[index].draft.fileID = event.data["fileId"]?.stringValue
        } else {
            let end = event.data["errorText"] == "canceled" ? "was cancelled" : "broke off"
            steps[index].draft.message = "The download of \(Self.file(event)) \(end)"
            steps[index].draft.severity = .warning
            steps[index].draft.status = "failed"
        }
    }

    private static func file(_ event: EventDraft) -> String {
        (event.data["suggestedName"]?.stringValue ?? "a file").quoted
    }

    /// Such as `4.2 MB`; decimal units.
    private static func size(_ bytes: Int64) -> String {
        switch bytes {
        case ..<1000: "\(bytes) bytes"
        case ..<1_000_000: "\(bytes / 1000) kB"
        default: "\(bytes / 1_000_000).\(bytes % 1_000_000 / 100_000) MB"
        }
    }
}
