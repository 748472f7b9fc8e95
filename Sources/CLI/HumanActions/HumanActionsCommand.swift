import ArgumentParser
import Martlet

/// `martlet human-actions`.
struct HumanActionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "human-actions",
        abstract: "What a person is asked to do in a running browser.",
        discussion: """
            Examples:
              martlet human-actions create shop "Solve the captcha, then say done" --timeout 10m
              martlet human-actions wait shop && echo done
              martlet human-actions complete shop
            """,
        subcommands: [
            HumanActionsGet.self, HumanActionsCreate.self, HumanActionsWait.self, HumanActionsComplete.self,
            HumanActionsCancel.self,
        ],
        aliases: ["human-action"]
    )
}

extension Martlet.HumanAction {
    var details: [(name: String, value: Cell?)] {
        [
            ("id", Cell(id.rawValue)), ("status", .status(status.rawValue)), ("message", Cell(message)),
            ("run", runID.map { Cell($0.rawValue) }), ("asked", Cell(TextFormat.relative(createdAt))),
            ("expires", status == .requested ? expiresAt.map { Cell(TextFormat.relative($0)) } : nil),
        ]
    }
}

struct HumanActionsGet: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Show the pending one, else the latest."
    )

    @Argument(help: RuntimeArgument.help) var runtime: RuntimeArgument
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let action = try await martlet.runtimes.humanActions.get(try await runtime.id(martlet))
        output.print(action.json, action.details)
    }
}

struct HumanActionsCreate: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "create", abstract: "Ask a person.")

    @Argument(help: RuntimeArgument.help) var runtime: RuntimeArgument
    @Argument(help: "What is to be done.") var message: String
    @Option(help: "It expires after so long: 90s, 10m.") var timeout: Span?
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let id = try await runtime.id(martlet)
        let action = try await martlet.runtimes.humanActions.create(id, message: message, timeout: timeout?.duration)
        output.print(action.json, action.details)
    }
}

struct HumanActionsWait: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "wait",
        abstract: "Wait until the pending one is resolved.",
        discussion: "Exit status 0 when it was completed, 1 when it was cancelled or expired, 9 when the time ran out."
    )

    @Argument(help: RuntimeArgument.help) var runtime: RuntimeArgument
    @Option(help: "At most so long: 90s, 10m. Default: for ever.") var timeout: Span?
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let id = try await runtime.id(martlet)
        let action = try await martlet.runtimes.humanActions.wait(id, timeout: timeout?.duration)
        output.print(action.json, action.details)
        switch action.status {
        case .completed: break
        case .requested: throw ExitCode(ExitStatus.timedOut.rawValue)
        default: throw ExitCode(ExitStatus.failure.rawValue)
        }
    }
}

struct HumanActionsComplete: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "complete", abstract: "Say that it is done.")

    @Argument(help: RuntimeArgument.help) var runtime: RuntimeArgument
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let action = try await martlet.runtimes.humanActions.complete(try await runtime.id(martlet))
        output.print(action.json, action.details)
    }
}

struct HumanActionsCancel: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "cancel", abstract: "Withdraw it.")

    @Argument(help: RuntimeArgument.help) var runtime: RuntimeArgument
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let action = try await martlet.runtimes.humanActions.cancel(try await runtime.id(martlet))
        output.print(action.json, action.details)
    }
}
