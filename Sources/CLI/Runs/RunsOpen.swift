import ArgumentParser
import Martlet

struct RunsOpen: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open a run's page of the dashboard in the browser, signed in.",
        discussion: """
            With --live or --replay only the view itself is opened, for somebody who has no key: its address carries a credential of its
            own and lapses. Where no browser can be opened, and with --print, the address is printed.

            Examples:
              martlet runs open latest
              martlet runs open latest --replay --print | wl-copy
            """
    )

    /// A view of the run instead of its page.
    enum View: String, EnumerableFlag {
        case live, replay

        static func help(for view: View) -> ArgumentHelp? {
            view == .live ? "Its live view, while it is active." : "The replay of its recording."
        }
    }

    @Argument(help: RunArgument.help) var run: RunArgument
    @Flag var view: View?
    @Flag(help: "Print the address, open nothing.") var print = false
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let run = try await martlet.runs.get(try await run.id(martlet))
        try await Viewer.show(try await address(run, martlet), onlyPrint: print)
    }

    private func address(_ run: Martlet.Run, _ martlet: Martlet) async throws -> String {
        switch view {
        case .live: return try await martlet.runs.live(run.id).url
        case .replay: return try await martlet.runs.recording(run.id).url
        case nil:
            if let page = try await Viewer.dashboard(martlet, run.id) { return page }
            return try await Viewer.view(martlet, run)
        }
    }
}
