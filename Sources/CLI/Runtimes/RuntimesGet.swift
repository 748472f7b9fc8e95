import ArgumentParser
import Martlet

struct RuntimesGet: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Show a runtime: its config, and where to connect while it is active.",
        discussion: "`connect` carries its own credential: whoever has it drives that browser until the run ends."
    )

    @Argument(help: RuntimeArgument.help) var runtime: RuntimeArgument
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let runtime = try await martlet.runtimes.get(try await runtime.id(martlet))
        output.print(runtime.json, runtime.details)
    }
}
