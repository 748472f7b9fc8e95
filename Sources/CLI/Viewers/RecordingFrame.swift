import ArgumentParser
import Foundation
import Martlet

struct RecordingFrame: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "frame",
        abstract: "Save the picture of one moment of a run, a JPEG.",
        discussion: """
            Examples:
              martlet recording frame latest --at 12.5s --output then.jpg
              martlet recording frame latest --output now.jpg       # the newest
            """
    )

    @Argument(help: RunArgument.help) var run: RunArgument
    @Option(help: "Since the run's start: 12.5s, 2m. Default: the newest picture.") var at: Span?
    @Option(help: "Of this page. Default: of what was in front.") var page: String?
    @Option(name: .shortAndLong, help: "The file to write, or - for standard output.", completion: .file())
    var output: String
    @Flag(name: .shortAndLong, help: "Replace a file that is there.") var force = false
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let destination = output == "-" ? nil : try Destination(output, name: "frame.jpg", force: force)
        let id = try await run.id(martlet)
        let frame = try await martlet.runs.frames.get(id, at: at?.duration, page: page.map { Martlet.TargetID($0) })
        guard let destination else { return Output.bytes(frame.jpeg) }
        try Data(frame.jpeg).write(to: URL(fileURLWithPath: destination.path), options: .atomic)
        let moment = frame.time.map { " of \(TextFormat.duration($0))" } ?? ""
        Output.error("\(destination.path.printable): the picture\(moment), \(TextFormat.size(frame.jpeg.count))")
    }
}

struct RecordingDelete: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete the pictures of an ended run before their time. Its events and files stay."
    )

    @Argument(help: "The run's id.") var run: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        try await martlet.runs.deleteRecording(Martlet.RunID(run))
        output.print(["id": .string(run), "deleted": true], "Deleted the recording of \(run).")
    }
}
