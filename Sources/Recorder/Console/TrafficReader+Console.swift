import JSON
import Model

extension TrafficReader {
    /// CDP `Runtime.consoleAPICalled`: a line that a script wrote.
    func consoleCalled(_ incoming: Incoming, into actions: inout [Action]) {
        guard let type = incoming.string("type"), type != "endGroup" else { return }
        var text = ConsoleText(limit: settings.limits.text)
        text.append(type: type, incoming.params["args"]?.arrayValue ?? [])
        let frame = incoming.params["stackTrace"]?["callFrames"]?.arrayValue?.first
        var data = EventData()
        data.put("level", Self.level(ofCall: type))
        data.put("text", text.text)
        data.put("url", frame?["url"]?.stringValue)
        data.put("line", frame?["lineNumber"]?.integerValue.map { $0 + 1 })
        data.put("column", frame?["columnNumber"]?.integerValue.map { $0 + 1 })
        data.mark("truncated", text.isTruncated)
        if !Self.plainCalls.contains(type) { data.put("kind", type) }
        if type == "trace" || type == "assert" {
            data.put("stack", StackText.text(incoming.params["stackTrace"], limit: settings.limits.text))
        }
        let time = BrowserClock.moment(milliseconds: incoming.double("timestamp"), or: incoming.now)
        let place = targets.place(of: incoming.session)
        actions.append(place.event(.consoleMessage, .received, at: time, name: Self.label(text.text), data))
    }

    /// CDP `Log.entryAdded`: a line of the browser itself. What a worker writes comes in the worker's own session.
    mutating func logEntryAdded(_ incoming: Incoming, into actions: inout [Action]) {
        guard let entry = incoming.params["entry"], let source = entry["source"]?.stringValue, source != "worker",
            let text = entry["text"]?.stringValue
        else { return }
        let place = targets.place(of: incoming.session)
        let url = entry["url"]?.stringValue
        let timestamp = entry["timestamp"]?.doubleValue
        if let page = place.pageID {
            guard console.isNew(.init(text: text, url: url, timestamp: timestamp), page: page) else { return }
        }
        let cut = TextLimits.cut(text, bytes: settings.limits.text)
        var data = EventData()
        data.put("level", Self.level(ofEntry: entry["level"]?.stringValue))
        data.put("text", cut.text)
        data.put("url", url)
        data.put("line", entry["lineNumber"]?.integerValue.map { $0 + 1 })
        data.mark("truncated", cut.isTruncated)
        data.put("source", source)
        data.put("requestId", entry["networkRequestId"]?.stringValue)
        let time = BrowserClock.moment(milliseconds: timestamp, or: incoming.now)
        actions.append(place.event(.consoleMessage, .received, at: time, name: Self.label(cut.text), data))
    }

    /// CDP `Runtime.exceptionThrown`: an error that nobody caught, or a rejection that nobody handled.
    func exceptionThrown(_ incoming: Incoming, into actions: inout [Action]) {
        guard let details = incoming.params["exceptionDetails"], !isEcho(details, in: incoming.session) else { return }
        let report = ExceptionText(details, limits: settings.limits)
        let frame = details["stackTrace"]?["callFrames"]?.arrayValue?.first
        let line = details["lineNumber"]?.integerValue ?? frame?["lineNumber"]?.integerValue
        let column = details["columnNumber"]?.integerValue ?? frame?["columnNumber"]?.integerValue
        var data = EventData()
        data.put("message", report.message)
        data.put("stack", report.stack)
        data.put("url", details["url"]?.stringValue ?? frame?["url"]?.stringValue)
        data.put("line", line.map { $0 + 1 })
        data.put("column", column.map { $0 + 1 })
        data.put("kind", report.isRejection ? "rejection" : "error")
        data.mark("truncated", report.isTruncated)
        let time = BrowserClock.moment(milliseconds: incoming.double("timestamp"), or: incoming.now)
        let place = targets.place(of: incoming.session)
        actions.append(place.event(.pageError, .failed, at: time, name: Self.label(report.message), data))
    }

    /// An error of a nested worker comes once more in the worker that made it, as `null` thrown at the nested one's place.
    private func isEcho(_ details: JSON, in session: String?) -> Bool {
        guard details["exception"]?["subtype"]?.stringValue == "null", let id = session,
            let own = targets.session(id), own.kind == .worker, details["url"]?.stringValue != own.place.workerURL
        else { return false }
        return !targets.children(of: id).isEmpty
    }

    /// The first line of a text, at most 200 characters.
    static func label(_ text: String) -> String {
        let line = text.utf8.prefix { $0 != UInt8(ascii: "\n") }
        return line.count <= 200 ? String(line) ?? "" : String((String(line) ?? "").prefix(200))
    }

    private static let plainCalls: Set<String> = ["log", "info", "warning", "error", "debug"]

    private static func level(ofCall type: String) -> String {
        switch type {
        case "info", "warning", "error", "debug": type
        case "assert": "error"
        default: "log"
        }
    }

    private static func level(ofEntry level: String?) -> String {
        switch level {
        case "verbose": "debug"
        case "info", "warning", "error": level ?? "info"
        default: "info"
        }
    }
}
