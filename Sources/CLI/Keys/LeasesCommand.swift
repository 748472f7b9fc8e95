import ArgumentParser
import Martlet

/// `martlet leases`.
struct LeasesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leases",
        abstract: "Short-lived addresses of one thing of one run.",
        discussion:
            "`live link`, `recording link` and `events stream --link` make them; each answer names its leaseId.",
        subcommands: [LeasesRevoke.self],
        aliases: ["lease"]
    )
}

struct LeasesRevoke: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "revoke", abstract: "End a lease at once.")

    @Argument(help: RunArgument.help) var run: RunArgument
    @Argument(help: "The lease's id.") var lease: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        try await martlet.runs.leases.revoke(Martlet.LeaseID(lease), of: try await run.id(martlet))
        output.print(["id": .string(lease), "deleted": true], "Revoked \(lease).")
    }
}
