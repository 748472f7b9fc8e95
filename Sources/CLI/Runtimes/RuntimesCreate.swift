import ArgumentParser
import Martlet

struct RuntimesCreate: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a runtime, stopped. `runtimes start --name` makes and starts one.",
        discussion: """
            Examples:
              martlet runtimes create --name shop --profile --viewport 1440x900
              martlet runtimes create --config '{"networkTraffic": {"blockAds": true}}'
            """
    )

    @Option(help: "1 to 120 characters. Default: the server names it.") var name: String?
    @Option(help: "The space it belongs to. Default: the default space.") var space: String?
    @Option(help: "A JSON object that is kept with it.") var metadata: JSONArgument?
    @OptionGroup var config: RuntimeConfigOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let runtime = try await martlet.runtimes.create(
            name: name,
            spaceID: space.map { Martlet.SpaceID($0) },
            config: config.given,
            metadata: metadata?.object
        )
        output.print(runtime.json, runtime.details)
    }
}
