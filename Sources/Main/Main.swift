import ArgumentParser
import CLI

/// The one binary: the server, and the commands that talk to a server.
@main
struct MartletCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "martlet",
        abstract: "A control plane and flight recorder for browser agents.",
        discussion: """
            `martlet serve` is the server. All other commands talk to one over HTTP: to $MARTLET_BASE_URL, else to http://localhost:8787, with the key in
            $MARTLET_API_KEY, else with that of the server on this machine.
            """,
        version: "0.1.0",
        subcommands: [ServeCommand.self] + Commands.all
    )

    static func main() async { await Commands.main(Self.self) }
}
