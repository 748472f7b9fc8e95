import ArgumentParser
import Martlet

struct RunsWait: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "wait",
        abstract: "Wait until a run has ended.",
        discussion: """
            Exit status 0 when it was stopped, 1 when it failed, 9 when the time ran out.

            Example:
              martlet runs wait latest --timeout 10m && martlet files export latest
            """
    )

    @Argument(help: RunArgument.help) var run: RunArgument
    @Option(help: "At most so long: 90s, 10m, 2h. Default: for ever.") var timeout: Span?
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let run = try await martlet.runs.wait(try await run.id(martlet), timeout: timeout?.duration)
        output.print(run.json, run.details)
        switch run.status {
        case .active: throw ExitCode(ExitStatus.timedOut.rawValue)
        case .failed: throw ExitCode(ExitStatus.failure.rawValue)
        default: break
        }
    }
}
