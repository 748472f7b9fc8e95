import ArgumentParser
import Martlet

struct SpacesCreate: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "create", abstract: "Make a space.")

    @Argument(help: "Its name. Default: the server names it.") var name: String?
    @Option(help: "What runtimes in it may use, as a JSON object of the API.") var environment: JSONArgument?
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let space = try await martlet.spaces.create(name: name, environment: environment?.object)
        output.print(space.json, space.details)
    }
}

struct SpacesRename: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "rename", abstract: "Give a space another name.")

    @Argument(help: "The space's id.") var space: String
    @Argument(help: "Its new name.") var name: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let space = try await martlet.spaces.update(Martlet.SpaceID(space), name: name)
        output.print(space.json, space.details)
    }
}

struct SpacesDelete: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete spaces. Their runtimes must be stopped; the default space stays."
    )

    @Argument(help: "Ids of spaces.") var spaces: [String]
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        for space in spaces {
            try await martlet.spaces.delete(Martlet.SpaceID(space))
            output.print(["id": .string(space), "deleted": true], "Deleted \(space).")
        }
    }
}

struct SpacesEnvironment: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "environment",
        abstract: "Show what runtimes in a space may use, or change it with --set.",
        discussion: """
            Members that are absent from --set stay; null removes.

            Example:
              martlet spaces environment 01a2… --set '{"vault": {"allow": ["shop/"]}}'
            """
    )

    @Argument(help: "The space's id.") var space: String
    @Option(help: "The change, as a JSON object of the API.") var set: JSONArgument?
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let id = Martlet.SpaceID(space)
        let environment =
            if let set { try await martlet.spaces.updateEnvironment(id, set.object) } else {
                try await martlet.spaces.environment(id)
            }
        Output.line(JSON.object(environment).text)
    }
}
