import ArgumentParser
import Foundation

/// `martlet forward`: a run's browser at a port of this machine, for clients that take nothing but `host:port`.
struct ForwardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forward",
        abstract: "Offer the browser of a run at a local port, for clients that take only host:port.",
        discussion: """
            Selenium's debuggerAddress and Puppeteer's browserURL drop the path of a connectUrl, and with it its token. \
            This listens on 127.0.0.1 and adds the path. Whoever can reach the port drives the browser. Ctrl-C ends it.
            """
    )

    @Argument(
        help: "The connectUrl of the run. Default $MARTLET_CONNECT_URL, which other users of the machine do not see."
    )
    var connectURL: String?

    @Option(help: "The port to listen on; 0 lets the system choose. The address is printed.")
    var port = 9222

    func run() async throws {
        try await Interruption.guarded {
            guard let url = connectURL ?? ProcessInfo.processInfo.environment["MARTLET_CONNECT_URL"] else {
                throw CommandError("Give the connectUrl of the run, as a start answers it.", .usage)
            }
            try await Forwarder(to: url).serve(port: port) { port in
                let line = "Forwarding 127.0.0.1:\(port) to the browser of the run.\n"
                FileHandle.standardOutput.write(Data(line.utf8))
            }
        }
    }
}
