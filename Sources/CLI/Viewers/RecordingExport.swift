import ArgumentParser
import Martlet

struct RecordingExport: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Make a video of a run, or of a part of it.",
        discussion: """
            The video becomes a file of the run. With --output it is also downloaded.

            Examples:
              martlet recording export latest --output run.mp4
              martlet recording export latest --format webm --from 5s --to 20s
            """
    )

    @Argument(help: RunArgument.help) var run: RunArgument
    @Option(help: "mp4 or webm.") var format = "mp4"
    @Option(help: "Since the run's start: 5s, 1.5m.") var from: Span?
    @Option(help: "Since the run's start: 20s, 2m.") var to: Span?
    @Option(help: "Only this page. Default: what was in front.") var page: String?
    @Option(name: .shortAndLong, help: "Download it to this path.", completion: .file()) var output: String?
    @Flag(name: .shortAndLong, help: "Replace a file that is there.") var force = false
    @Flag(help: "The file as JSON.") var json = false
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let destination = try output.map { try Destination($0, force: force) }
        let bar = ProgressBar("video")
        defer { bar.clear() }
        let file = try await martlet.runs.exportRecording(
            try await run.id(martlet),
            format: Martlet.VideoFormat(rawValue: format),
            from: from?.duration,
            to: to?.duration,
            page: page.map { Martlet.TargetID($0) }
        ) { bar.show($0) }
        bar.clear()
        if json { Output.line(JSON.object(file.json).text) }
        if let destination {
            try await Download(martlet: martlet, file: file).save(to: destination)
        } else if !json {
            Output.line("Made \(file.name) (\(TextFormat.size(file.sizeInBytes))): martlet files download \(file.id)")
        }
    }
}
