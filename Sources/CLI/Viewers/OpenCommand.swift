import ArgumentParser
import Martlet

/// `martlet open`.
struct OpenCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open the dashboard in the browser, signed in.",
        discussion: """
            The address signs in whoever opens it first, within five minutes and for twelve hours. Where no browser can be opened, and with
            --print, it is printed. `martlet keys list` shows the session as a key named dashboard; `martlet keys delete` ends it.
            """
    )

    @Flag(help: "Print the address, open nothing.") var print = false
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        try await Viewer.show(try await martlet.dashboard.link().url, onlyPrint: print)
    }
}
