import ArgumentParser
import Martlet

struct RunsOpen: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open a run in the browser: its live view while it is active, its replay afterwards.",
        discussion: """
            Where no browser can be opened, and with --print, the address is printed. It carries its own credential and lapses.

            Examples:
              martlet runs open latest
              martlet runs open latest --print | wl-copy
            """
    )

    @Argument(help: RunArgument.help) var run: RunArgument
    @Flag(help: "Print the address, open nothing.") var print = false
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let run = try await martlet.runs.get(try await run.id(martlet))
        let url =
            run.status == .active
            ? try await martlet.runs.live(run.id).url : try await martlet.runs.recording(run.id).url
        try await Viewer.show(url, onlyPrint: print)
    }
}
