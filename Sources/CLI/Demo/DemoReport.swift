import JSON

/// Prints the record of a run for a person: what happened in it, its events, and where to read on.
struct DemoReport {
    let client: APIClient
    let baseURL: String
    let runID: String

    func print() async throws {
        let run = try await client.call("GET", "/v1/runs/\(runID)")
        let events = try await all("events")
        let activity = try await all("activity")
        let seconds = run["durationSeconds"]?.doubleValue ?? 0
        Swift.print("What happened:\n")
        for item in activity { Swift.print(line(item)) }
        Swift.print("\nThe record: \(run["status"]?.stringValue ?? "?") after \(seconds) s, \(events.count) events\n")
        for event in events { Swift.print(row(event)) }
        Swift.print(links)
    }

    private func all(_ rows: String) async throws -> [JSON] {
        var found: [JSON] = []
        var cursor: String?
        repeat {
            let query = cursor.map { "&cursor=\($0)" } ?? ""
            let page = try await client.call("GET", "/v1/runs/\(runID)/\(rows)?limit=200\(query)")
            found += page["data"]?.arrayValue ?? []
            cursor = page["nextCursor"]?.stringValue
        } while cursor != nil
        return found
    }

    /// A step, indented below the one that caused it.
    private func line(_ item: JSON) -> String {
        let clock = (item["time"]?.stringValue ?? "").dropFirst(11).dropLast(1)
        let indent = item["parentId"] == nil ? "  " : "      "
        return "\(clock)\(indent)\(item["message"]?.stringValue ?? "")"
    }

    private func row(_ event: JSON) -> String {
        let number = pad("\(event["seq"]?.integerValue ?? 0)", to: 4, left: true)
        let clock = (event["time"]?.stringValue ?? "").dropFirst(11).dropLast(1)
        let type = pad(event["type"]?.stringValue ?? "", to: 18)
        let status = pad(event["status"]?.stringValue ?? "", to: 9)
        return "\(number)  \(clock)  \(type) \(status) \(event["name"]?.stringValue ?? "")"
    }

    private func pad(_ text: String, to width: Int, left: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - text.count))
        return left ? blanks + text : text + blanks
    }

    private var links: String {
        """

        Read on, with the key in $MARTLET_API_KEY (or in admin.key in the server's data folder):
          the run      curl -H "Authorization: Bearer $MARTLET_API_KEY" \(baseURL)/v1/runs/\(runID)
          its activity curl -H "Authorization: Bearer $MARTLET_API_KEY" \(baseURL)/v1/runs/\(runID)/activity
          its events   curl -H "Authorization: Bearer $MARTLET_API_KEY" \(baseURL)/v1/runs/\(runID)/events
          as a stream  curl -N -H "Authorization: Bearer $MARTLET_API_KEY" \(baseURL)/v1/runs/\(runID)/events/stream
        """
    }
}
