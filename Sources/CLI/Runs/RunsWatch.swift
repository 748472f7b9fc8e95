import ArgumentParser
import Martlet

struct RunsWatch: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Watch a run in the terminal: its activity as it happens, and a link to its picture.",
        discussion: """
            It begins with what has happened already and ends with the run. It goes on by itself when the server is started again.

            Examples:
              martlet runs watch latest
              martlet runs watch latest --view debug --jsonl
            """
    )

    @Argument(help: RunArgument.help) var run: RunArgument
    @Option(help: "normal, or debug for all rows.") var view: String?
    @Flag(help: "JSON, one step a line.") var jsonl = false
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let id = try await run.id(martlet)
        if !jsonl { try await head(martlet, try await martlet.runs.get(id)) }
        let filter = Martlet.ActivityFilter(view: view.map(Martlet.ActivityView.init(rawValue:)))
        for try await item in martlet.runs.activity.stream(id, matching: filter) {
            Output.line(jsonl ? JSON.object(item.json).text : item.line(.output))
        }
        if !jsonl { try await foot(martlet, try await martlet.runs.get(id)) }
    }

    private func head(_ martlet: Martlet, _ run: Martlet.Run) async throws {
        let runtime = run.runtimeName?.printable ?? run.runtimeID.rawValue
        Output.line("run \(run.id) of runtime \(runtime), \(run.status), started \(TextFormat.relative(run.startedAt))")
        if run.status == .active, let live = try await Viewer.live(martlet, run.id) {
            Output.line("picture: \(Style.output.link(live.url))")
        }
        Output.line("")
    }

    private func foot(_ martlet: Martlet, _ run: Martlet.Run) async throws {
        let took = run.duration.map { " after \(TextFormat.duration($0))" } ?? ""
        let events = run.counts.map { ", \($0.events) events" } ?? ""
        let status = Style.output.paint(run.status.rawValue, Style.color(ofStatus: run.status.rawValue))
        Output.line("\n\(status)\(took)\(events)\(run.failure.map { ": \($0.message)".printable } ?? "")")
        if let recording = try await Viewer.recording(martlet, run.id) {
            Output.line("replay: \(Style.output.link(recording.url))")
        }
    }
}
