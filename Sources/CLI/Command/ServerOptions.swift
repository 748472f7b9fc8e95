import ArgumentParser
import Foundation
import Martlet

/// Which server a command talks to.
struct ServerOptions: ParsableArguments {
    @Option(help: "The server's address. Default $MARTLET_BASE_URL, else http://localhost:8787.")
    var url: String?

    @Option(
        help: ArgumentHelp(
            "The data folder of a server on this machine, where its admin.key is.",
            discussion:
                "Used when $MARTLET_API_KEY is not set, for an address of this machine only. Default as for `martlet serve`."
        ),
        completion: .directory
    )
    var dataDir: String?

    /// A client of that server.
    func client() -> Martlet {
        var environment = ProcessInfo.processInfo.environment
        if let dataDir { environment["MARTLET_DATA_DIR"] = dataDir }
        var configuration = Martlet.Configuration(baseURL: url, environment: environment)
        configuration.userAgent = "martlet-cli/0.1.0"
        return Martlet(configuration)
    }
}
