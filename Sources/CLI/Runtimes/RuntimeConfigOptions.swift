import ArgumentParser
import JSON
import Martlet

/// How a runtime's browser is to be started.
struct RuntimeConfigOptions: ParsableArguments {
    @Flag(inversion: .prefixedNo, help: "Keep cookies and storage from one start to the next.")
    var profile: Bool?

    @Option(help: "Stop the run after so long without an agent's activity: 90s, 10m, 2h.")
    var idleTimeout: Span?

    @Option(help: "The page's size, such as 1280x720.")
    var viewport: Viewport?

    @Option(help: "A proxy: http://USER:PASSWORD@HOST:PORT or socks5://HOST:PORT.")
    var proxy: String?

    @Option(help: "The rest of the config, as a JSON object of the API.")
    var config: JSONArgument?

    /// nil when nothing was given.
    var given: Martlet.RuntimeConfig? {
        let isGiven = profile != nil || idleTimeout != nil || viewport != nil || proxy != nil || config != nil
        guard isGiven else { return nil }
        return Martlet.RuntimeConfig(
            profile: profile,
            idleTimeout: idleTimeout?.duration,
            viewport: viewport.map { ($0.width, $0.height) },
            proxy: proxy,
            other: config?.object ?? [:]
        )
    }
}

/// A size on the command line, `1280x720`.
struct Viewport: ExpressibleByArgument {
    let width: Int
    let height: Int

    init?(argument: String) {
        let parts = argument.split(separator: "x").map { Int($0) }
        guard parts.count == 2, let width = parts[0], let height = parts[1] else { return nil }
        (self.width, self.height) = (width, height)
    }
}

/// A JSON object on the command line.
struct JSONArgument: ExpressibleByArgument {
    let object: JSONObject

    init?(argument: String) {
        guard let object = try? JSON.parse(argument).objectValue else { return nil }
        self.object = object
    }
}
