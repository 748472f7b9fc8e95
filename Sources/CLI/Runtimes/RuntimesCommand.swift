import ArgumentParser
import Martlet

/// `martlet runtimes`.
struct RuntimesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runtimes",
        abstract: "Browsers that can be started and stopped.",
        discussion: """
            A runtime is named by its id, or by its name if no other has it.

            Examples:
              martlet runtimes start --name shop        # make one and start it
              martlet runtimes list --status active
              martlet runtimes stop shop
            """,
        subcommands: [
            RuntimesList.self, RuntimesGet.self, RuntimesCreate.self, RuntimesStart.self, RuntimesStop.self,
            RuntimesUpdate.self, RuntimesDelete.self,
        ],
        aliases: ["runtime"]
    )
}

extension Martlet.Runtime {
    static let listing = Listing<Martlet.Runtime>(
        titles: ["ID", "STATUS", "USED", "NAME", "RUN"],
        json: { $0.json },
        row: { runtime in
            [
                Cell(runtime.id.rawValue), .status(runtime.status.rawValue),
                Cell(TextFormat.relative(runtime.lastActivityAt ?? runtime.updatedAt)), Cell(runtime.name),
                Cell(runtime.activeRunID?.rawValue),
            ]
        }
    )

    var details: [(name: String, value: Cell?)] {
        [
            ("id", Cell(id.rawValue)), ("name", Cell(name)), ("status", .status(status.rawValue)),
            ("space", Cell(spaceID.rawValue)), ("run", activeRunID.map { Cell($0.rawValue) }),
            ("connect", connectURL.map { Cell($0) }), ("made", Cell(TextFormat.relative(createdAt))),
            ("config", config.map { Cell(JSON.object($0).text) }),
            ("metadata", metadata.map { Cell(JSON.object($0).text) }),
        ]
    }
}
