import ArgumentParser
import Martlet

struct RunsGet: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "get", abstract: "Show a run.")

    @Argument(help: RunArgument.help) var run: RunArgument
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let run = try await martlet.runs.get(try await run.id(martlet))
        output.print(run.json, run.details)
    }
}

struct RunsUsage: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "usage", abstract: "Show what a run used.")

    @Argument(help: RunArgument.help) var run: RunArgument
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let usage = try await martlet.runs.usage(try await run.id(martlet))
        output.print(
            usage.json,
            [
                ("browser", usage.runtime.map { Cell(TextFormat.duration($0)) }),
                ("files", Cell(TextFormat.size(usage.filesBytes))), ("billing", Cell(usage.billingStatus)),
            ]
        )
    }
}
