import ArgumentParser
import Martlet

/// `martlet live`.
struct LiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "live",
        abstract: "Watch an active run, or take it over.",
        discussion: """
            Examples:
              martlet live link latest
              martlet live link latest --control input --expires-in 10m
              martlet live open latest
            """,
        subcommands: [LiveLink.self, LiveOpen.self]
    )
}

/// What every link to a live view may say.
struct LiveOptions: ParsableArguments {
    @Argument(help: RunArgument.help) var run: RunArgument
    @Option(help: "none: watch only. input: also steer the browser.") var control = "none"
    @Option(help: "How long the address is good: 90s, 10m, 2h, at most a day. Default one hour.") var expiresIn: Span?

    @Option(help: "While a person steers, the agent's input is: hold, or refuse. Default hold.") var agentInput: String?
    @Option(help: "Whom it is for, as everybody sees it who watches.") var name: String?

    func validate() throws {
        if !["none", "input"].contains(control) { throw ValidationError("--control is none or input.") }
    }

    func live(_ martlet: Martlet) async throws -> Martlet.Live {
        try await martlet.runs.live(
            try await run.id(martlet),
            control: Martlet.Control(rawValue: control),
            expiresIn: expiresIn?.duration,
            agentInput: agentInput.map(Martlet.AgentInput.init(rawValue:)),
            name: name
        )
    }
}

struct LiveLink: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Make an address of a run's live view. It carries its own credential."
    )

    @OptionGroup var live: LiveOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let live = try await live.live(martlet)
        output.print(live.json, live.url)
    }
}

struct LiveOpen: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open a run's live view in the browser."
    )

    @OptionGroup var live: LiveOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        try await Viewer.show(try await live.live(martlet).url, onlyPrint: false)
    }
}
