import Martlet

/// Prints the record of a run for a person: what happened in it, its events, and where to read on.
struct DemoReport {
    let martlet: Martlet
    let runID: Martlet.RunID

    func print() async throws {
        let run = try await martlet.runs.get(runID)
        let events = try await martlet.runs.events.all(runID).collect()
        let activity = try await martlet.runs.activity.all(runID).collect()
        Swift.print("What happened:\n")
        for item in activity { Swift.print(line(item)) }
        let seconds = run.duration.map { TextFormat.duration($0) } ?? "?"
        Swift.print("\nThe record: \(run.status) after \(seconds), \(events.count) events\n")
        for event in events { Swift.print(row(event)) }
        Swift.print(links)
    }

    /// A step, indented below the one that caused it.
    private func line(_ item: Martlet.ActivityItem) -> String {
        let indent = item.parentID == nil ? "  " : "      "
        return "\(TextFormat.clock(item.time))\(indent)\(item.message)"
    }

    private func row(_ event: Martlet.Event) -> String {
        let number = pad("\(event.number ?? 0)", to: 4, left: true)
        let type = pad(event.type.rawValue, to: 18)
        let status = pad(event.status?.rawValue ?? "", to: 9)
        return "\(number)  \(TextFormat.clock(event.time))  \(type) \(status) \(event.name ?? "")"
    }

    private func pad(_ text: String, to width: Int, left: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - text.count))
        return left ? blanks + text : text + blanks
    }

    private var links: String {
        """

        Read on:
          its page      martlet runs open \(runID)
          the run       martlet runs get \(runID)
          its activity  martlet activity list \(runID)
          its events    martlet events list \(runID) --all
          its recording martlet recording link \(runID)
        """
    }
}
