import ArgumentParser
import Martlet

struct RuntimesStart: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Start a runtime's browser and open a run; with --name, make the runtime first.",
        discussion: """
            Prints where an agent connects (`connect`), which is a credential, and how to watch. A start of an active runtime gives its open run.

            Examples:
              martlet runtimes start shop
              martlet runtimes start --name scratch --viewport 1440x900
              export CDP=$(martlet runtimes start shop --json | jq -r .connectUrl)
            """
    )

    @Argument(help: RuntimeArgument.help) var runtime: RuntimeArgument?
    @Option(help: "Make a runtime of this name and start it.") var name: String?
    @OptionGroup var config: RuntimeConfigOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func validate() throws {
        if (runtime == nil) == (name == nil) { throw ValidationError("Give a runtime, or --name for a new one.") }
        if runtime != nil, config.given != nil {
            throw ValidationError("A config is for a new runtime (--name); `martlet runtimes update` changes one.")
        }
    }

    func run(_ martlet: Martlet) async throws {
        let id = try await startable(martlet)
        let browser = try await martlet.runtimes.start(id)
        output.print(
            browser.json,
            [
                ("runtime", Cell(browser.runtimeID.rawValue)), ("run", Cell(browser.runID.rawValue)),
                ("connect", Cell(browser.connectURL)), ("state", Cell(browser.started ? "started" : "was active")),
                ("watch", Cell("martlet runs watch \(browser.runID)")),
            ]
        )
    }

    private func startable(_ martlet: Martlet) async throws -> Martlet.RuntimeID {
        if let runtime { return try await runtime.id(martlet) }
        return try await martlet.runtimes.create(name: name, config: config.given).id
    }
}
