import ArgumentParser
import Martlet

struct RuntimesUpdate: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Change a runtime. Name and idle time-out at any time, the rest only while it is stopped.",
        discussion: """
            Example:
              martlet runtimes update shop --name old-shop --idle-timeout 30m
            """
    )

    @Argument(help: RuntimeArgument.help) var runtime: RuntimeArgument
    @Option(help: "Its new name.") var name: String?
    @OptionGroup var config: RuntimeConfigOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let id = try await runtime.id(martlet)
        let runtime = try await martlet.runtimes.update(id, name: name, config: config.given)
        output.print(runtime.json, runtime.details)
    }
}
