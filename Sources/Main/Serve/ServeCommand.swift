import ArgumentParser
import Foundation
import Logging

/// `martlet serve`.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the API, and keep runtimes and their records.",
        discussion: """
            Every setting may also come from the environment (MARTLET_PORT, MARTLET_DATA_DIR, MARTLET_API_KEY, ...) or from
            a JSON file ({"port": 8787}); flags win over the environment, the environment over the file.
            SIGTERM and SIGINT end it cleanly: open runs are stopped and their records sealed.
            """
    )

    @Option(help: "Address to listen on. Default 127.0.0.1.")
    var host: String?

    @Option(help: "Port to listen on; 0 lets the system choose. Default 8787.")
    var port: String?

    @Option(help: "Folder for all that is kept. Default $XDG_DATA_HOME/martlet, for root /var/lib/martlet.")
    var dataDir: String?

    @Option(help: "The browser's executable. Default: Debian's chromium-headless-shell, else chromium.")
    var chromium: String?

    @Option(help: "How many runtimes may be active at once. Default 16.")
    var maxRuntimes: String?

    @Option(help: "Where agents reach this server, e.g. https://martlet.example. Default: the address they came by.")
    var publicUrl: String?

    @Option(help: "Hours after a run's end at which its recording becomes video, or off. Default off.")
    var recordingArchiveAfterHours: String?

    @Option(help: "trace, debug, info, notice, warning, error or critical. Default info.")
    var logLevel: String?

    @Option(help: "A JSON file of settings.")
    var config: String?

    private var flags: [String: String] {
        let given = [
            "host": host, "port": port, "dataDir": dataDir, "chromium": chromium, "maxRuntimes": maxRuntimes,
            "publicUrl": publicUrl, "recordingArchiveAfterHours": recordingArchiveAfterHours, "logLevel": logLevel,
        ]
        return given.compactMapValues { $0 }
    }

    func run() async throws {
        do {
            let reader = try SettingReader(flags: flags, file: config)
            try await Server(ServerConfiguration(reader)).run()
        } catch {
            FileHandle.standardError.write(Data("martlet: \(error)\n".utf8))
            throw ExitCode.failure
        }
    }
}
