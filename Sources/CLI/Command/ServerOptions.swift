import ArgumentParser
import Martlet

/// Which server a command talks to.
struct ServerOptions: ParsableArguments {
    @Option(help: "The server's address. Default $MARTLET_BASE_URL, else http://localhost:8787.")
    var url: String?

    @Option(
        help: ArgumentHelp(
            "The data folder of a server on this machine, where its admin.key is.",
            discussion: "Used when $MARTLET_API_KEY is not set. Default as for `martlet serve`."
        ),
        completion: .directory
    )
    var dataDir: String?

    /// A client of that server.
    func client() throws -> Martlet {
        var configuration = Martlet.Configuration(baseURL: url)
        configuration.userAgent = "martlet-cli/0.1.0"
        if let dataDir {
            let local = Martlet.LocalServer(dataFolder: dataDir)
            guard let key = local.adminKey else {
                throw CommandError("No key can be read at \(local.adminKeyPath).", .notAllowed)
            }
            configuration.apiKey = key
        }
        return Martlet(configuration)
    }
}
