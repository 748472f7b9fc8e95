import ArgumentParser
import Martlet

/// `martlet targets`.
struct TargetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "targets",
        abstract: "Pages of an active runtime.",
        discussion: """
            Examples:
              martlet targets open shop https://example.com
              martlet targets list shop
            """,
        subcommands: [TargetsList.self, TargetsOpen.self, TargetsActivate.self, TargetsClose.self],
        aliases: ["target"]
    )
}

struct TargetsList: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the open pages.")

    @Argument(help: RuntimeArgument.help) var runtime: RuntimeArgument
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let targets = try await martlet.runtimes.targets.list(try await runtime.id(martlet))
        if output.json { return Output.line(JSON.array(targets.map { .object($0.json) }).text) }
        if output.jsonl {
            for target in targets { Output.line(JSON.object(target.json).text) }
            return
        }
        var table = Table(["ID", "", "TITLE", "ADDRESS"])
        let lines = table.lines(
            targets.map {
                [Cell($0.id.rawValue), Cell($0.active ? "front" : "", .green), Cell($0.label), Cell($0.uri)]
            }
        )
        for line in [table.header()] + lines { Output.line(line) }
    }
}

struct TargetsOpen: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "open", abstract: "Open a page.")

    @Argument(help: RuntimeArgument.help) var runtime: RuntimeArgument
    @Argument(help: "The address. Default: a blank page.") var address: String?
    @Flag(help: "Leave it behind the page that is in front.") var background = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let id = try await runtime.id(martlet)
        let target = try await martlet.runtimes.targets.create(id, uri: address, activate: !background)
        output.print(target.json, "Opened page \(target.id).")
    }
}

struct TargetsActivate: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "activate", abstract: "Bring a page to the front.")

    @Argument(help: RuntimeArgument.help) var runtime: RuntimeArgument
    @Argument(help: "The page's id.") var target: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let id = try await runtime.id(martlet)
        let target = try await martlet.runtimes.targets.activate(id, Martlet.TargetID(target))
        output.print(target.json, "Page \(target.id) is in front.")
    }
}

struct TargetsClose: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close a page. After the last one the browser opens a blank one."
    )

    @Argument(help: RuntimeArgument.help) var runtime: RuntimeArgument
    @Argument(help: "The page's id.") var target: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        try await martlet.runtimes.targets.delete(try await runtime.id(martlet), Martlet.TargetID(target))
        output.print(["id": .string(target), "deleted": true], "Closed page \(target).")
    }
}
