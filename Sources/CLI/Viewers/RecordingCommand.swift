import ArgumentParser
import Martlet

/// `martlet recording`.
struct RecordingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recording",
        abstract: "Replay a run, or make a video of it.",
        discussion: """
            Examples:
              martlet recording link latest
              martlet recording export latest --from 5s --to 20s --output clip.mp4
            """,
        subcommands: [
            RecordingLink.self, RecordingOpen.self, RecordingFrame.self, RecordingExport.self, RecordingDelete.self,
        ],
        aliases: ["recordings"]
    )
}

struct RecordingLink: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Make an address of a run's replay. It carries its own credential."
    )

    @Argument(help: RunArgument.help) var run: RunArgument
    @Option(help: "How long the address is good: 90s, 10m, 2h, at most a day. Default one hour.") var expiresIn: Span?
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let recording = try await martlet.runs.recording(try await run.id(martlet), expiresIn: expiresIn?.duration)
        output.print(
            recording.json,
            [
                ("url", Cell(recording.url)), ("status", .status(recording.status.rawValue)),
                ("length", recording.duration.map { Cell(TextFormat.duration($0)) }),
                ("lapses", Cell(TextFormat.relative(recording.expiresAt))),
            ]
        )
    }
}

struct RecordingOpen: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open a run's replay in the browser."
    )

    @Argument(help: RunArgument.help) var run: RunArgument
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        try await Viewer.show(try await martlet.runs.recording(try await run.id(martlet)).url, onlyPrint: false)
    }
}
