public import ArgumentParser
import DemoSite
import Foundation

/// `martlet demo`: the main job once, against a running server.
public struct DemoCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Do the main job once: start a browser, drive it through a small shop, and print its record.",
        discussion:
            "It needs a running server (`martlet serve`) and reads the key from MARTLET_API_KEY, or from the server's data folder."
    )

    @Option(help: "The server's address. Default $MARTLET_BASE_URL, else http://localhost:8787.")
    var url: String?

    @Option(help: "The server's data folder, where its admin.key is. Default as for `martlet serve`.")
    var dataDir: String?

    public init() {}

    public func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        do {
            let baseURL = url ?? environment["MARTLET_BASE_URL"] ?? "http://localhost:8787"
            let client = try APIClient(baseURL: baseURL, key: key(environment))
            let runID = try await DemoSite().serve { site in try await DemoRun(client: client, site: site).perform() }
            try await DemoReport(client: client, baseURL: baseURL, runID: runID).print()
        } catch {
            FileHandle.standardError.write(Data("martlet demo: \(error)\n".utf8))
            throw ExitCode.failure
        }
    }

    private func key(_ environment: [String: String]) throws -> String {
        if let key = environment["MARTLET_API_KEY"], !key.isEmpty { return key }
        let path = (dataDir ?? DataFolder.standard) + "/admin.key"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw CommandError(
                "There is no key at \(path). Set MARTLET_API_KEY, or give --data-dir as the server has it."
            )
        }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
