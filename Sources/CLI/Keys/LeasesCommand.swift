import ArgumentParser
import Martlet

/// `martlet leases`.
struct LeasesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leases",
        abstract: "Short-lived addresses of one thing of one run.",
        discussion:
            "`live link`, `recording link` and `events stream --link` make them; each answer names its leaseId.",
        subcommands: [LeasesList.self, LeasesRevoke.self],
        aliases: ["lease"]
    )
}

struct LeasesList: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List a run's leases.")

    @Argument(help: RunArgument.help) var run: RunArgument
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let leases = try await martlet.runs.leases.list(try await run.id(martlet))
        if output.json { return Output.line(JSON.array(leases.map { .object($0.json) }).text) }
        if output.jsonl {
            for lease in leases { Output.line(JSON.object(lease.json).text) }
            return
        }
        var table = Table(["ID", "PURPOSE", "CONTROL", "LAPSES", "FOR"])
        let lines = table.lines(leases.map(\.row))
        for line in [table.header()] + lines { Output.line(line) }
    }
}

extension Martlet.Lease {
    fileprivate var row: [Cell] {
        let end = revokedAt == nil ? TextFormat.relative(expiresAt) : "revoked"
        return [Cell(id.rawValue), Cell(purpose), Cell(control?.rawValue ?? "-"), Cell(end), Cell(name)]
    }
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
