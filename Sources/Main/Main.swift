import ArgumentParser
import CLI

/// The one binary: the server, and the commands that talk to a server.
@main
struct MartletCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "martlet",
        abstract: "A control plane and flight recorder for browser agents.",
        version: "0.1.0",
        subcommands: [ServeCommand.self] + Commands.all
    )
}
