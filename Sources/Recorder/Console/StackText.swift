import JSON

/// CDP `Runtime.StackTrace` as text, one line a call as V8 writes it.
enum StackText {
    /// Nil without calls. Whole lines, at most `limit` bytes.
    static func text(_ stack: JSON?, limit: Int) -> String? {
        guard let calls = stack?["callFrames"]?.arrayValue, !calls.isEmpty else { return nil }
        var text = ""
        for call in calls {
            let line = self.line(call)
            guard text.utf8.count + line.utf8.count < limit else { break }
            text += text.isEmpty ? line : "\n" + line
        }
        return text
    }

    private static func line(_ call: JSON) -> String {
        let name = call["functionName"]?.stringValue ?? ""
        let url = call["url"]?.stringValue ?? ""
        let line = (call["lineNumber"]?.integerValue ?? 0) + 1
        let column = (call["columnNumber"]?.integerValue ?? 0) + 1
        let place = "\(url):\(line):\(column)"
        return name.isEmpty ? "    at \(place)" : "    at \(name) (\(place))"
    }
}
