import ArgumentParser
import Martlet

/// `martlet runs`.
struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs",
        abstract: "The records of runtimes, each from one start to its end.",
        discussion: """
            A run is named by its id; `latest` is the newest.

            Examples:
              martlet runs list --status failed
              martlet runs watch latest
              martlet runs open latest
            """,
        subcommands: [RunsList.self, RunsGet.self, RunsWatch.self, RunsWait.self, RunsOpen.self, RunsUsage.self],
        aliases: ["run"]
    )
}

extension Martlet.Run {
    static let listing = Listing<Martlet.Run>(
        titles: ["ID", "STATUS", "STARTED", "TOOK", "FAILURE", "RUNTIME"],
        json: { $0.json },
        row: { run in
            [
                Cell(run.id.rawValue), .status(run.status.rawValue), Cell(TextFormat.relative(run.startedAt)),
                Cell(run.duration.map(TextFormat.duration) ?? "-"), Cell(run.failure?.code ?? "-", .red),
                Cell(run.runtimeName ?? run.runtimeID.rawValue),
            ]
        }
    )

    var details: [(name: String, value: Cell?)] {
        [
            ("id", Cell(id.rawValue)), ("status", .status(status.rawValue)),
            ("failure", failure.map { Cell("\($0.code): \($0.message)", .red) }),
            ("runtime", runtimeName.map { Cell($0) }), ("runtime id", Cell(runtimeID.rawValue)),
            ("space", Cell(spaceID.rawValue)),
            ("started", Cell("\(TextFormat.relative(startedAt)) (\(json["startedAt"]?.stringValue ?? ""))")),
            ("took", duration.map { Cell(TextFormat.duration($0)) }),
            ("events", counts.map { Cell("\($0.events)") }), ("files", counts.map { Cell("\($0.files)") }),
        ]
    }
}
