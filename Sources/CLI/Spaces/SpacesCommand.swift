import ArgumentParser
import Martlet

/// `martlet spaces`.
struct SpacesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spaces",
        abstract: "Boundaries of permission and storage.",
        discussion: """
            Examples:
              martlet spaces create staging
              martlet spaces list
            """,
        subcommands: [
            SpacesList.self, SpacesGet.self, SpacesCreate.self, SpacesRename.self, SpacesDelete.self,
            SpacesEnvironment.self,
        ],
        aliases: ["space"]
    )
}

extension Martlet.Space {
    static let listing = Listing<Martlet.Space>(
        titles: ["ID", "MADE", "NAME"],
        json: { $0.json },
        row: { [Cell($0.id.rawValue), Cell(TextFormat.relative($0.createdAt)), Cell($0.name)] }
    )

    var details: [(name: String, value: Cell?)] {
        [
            ("id", Cell(id.rawValue)), ("name", Cell(name)), ("made", Cell(TextFormat.relative(createdAt))),
            ("environment", environment.map { Cell(JSON.object($0).text) }),
        ]
    }
}

struct SpacesList: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List spaces, newest first.")

    @OptionGroup var list: ListOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        try await Martlet.Space.listing.print(martlet.spaces.all(), list, output)
    }
}

struct SpacesGet: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "get", abstract: "Show a space and its environment.")

    @Argument(help: "The space's id.") var space: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let space = try await martlet.spaces.get(Martlet.SpaceID(space), includingEnvironment: true)
        output.print(space.json, space.details)
    }
}
