import ArgumentParser
import Martlet

struct RuntimesDelete: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete runtimes and their browsers' state. Their runs stay."
    )

    @Argument(help: "Ids or names of runtimes.") var runtimes: [RuntimeArgument]
    @Flag(name: .shortAndLong, help: "Stop them first if they are active.") var force = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        for runtime in runtimes {
            let id = try await runtime.id(martlet)
            try await martlet.runtimes.delete(id, force: force)
            output.print(["id": .string(id.rawValue), "deleted": true], "Deleted \(id).")
        }
    }
}
