import ArgumentParser
import DemoSite
import Martlet

/// `martlet demo`: the main job once, against a running server.
struct DemoCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Do the main job once: start a browser, drive it through a small shop, and print its record.",
        discussion: "It needs a running server (`martlet serve`)."
    )

    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        // Asked first, so that a wrong key is told before a shop is opened.
        _ = try await martlet.auth.whoami()
        let runID = try await DemoSite().serve { site in
            try await DemoRun(martlet: martlet, site: site).perform()
        }
        try await DemoReport(martlet: martlet, runID: runID).print()
    }
}
