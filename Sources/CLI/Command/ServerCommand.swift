import ArgumentParser
import Foundation
import Martlet

/// A command that talks to a server: it gets a client, and its failures become a sentence and an exit status.
protocol ServerCommand: AsyncParsableCommand {
    var server: ServerOptions { get }
    func run(_ martlet: Martlet) async throws
}

extension ServerCommand {
    func run() async throws {
        let martlet = server
        try await Interruption.guarded(Self.configuration.commandName ?? Self._commandName) {
            try await run(try martlet.client())
        }
    }
}

/// Runs a command so that Ctrl-C ends it as it should: cancelled, cleaned up, exit status 130.
enum Interruption {
    /// - Parameter name: of the command, for its error message.
    static func guarded(_ name: String, _ body: @escaping () async throws -> Void) async throws {
        signal(SIGPIPE, SIG_IGN)
        let interrupted = Flag()
        do {
            try await withoutActuallyEscaping(body) { body in
                nonisolated(unsafe) let body = body
                let work = Task { try await body() }
                let sources = [SIGINT, SIGTERM].map { watch($0, interrupted, work) }
                defer { for source in sources { source.cancel() } }
                try await work.value
            }
        } catch {
            if interrupted.isSet { throw ExitCode(ExitStatus.interrupted.rawValue) }
            throw exit(for: error, name)
        }
    }

    /// The first signal cancels, which lets the command clean up; a second one ends the process at once.
    private static func watch(_ number: Int32, _ interrupted: Flag, _ work: Task<Void, any Error>)
        -> any DispatchSourceSignal
    {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number)
        source.setEventHandler {
            if interrupted.set() { _exit(ExitStatus.interrupted.rawValue) }
            work.cancel()
        }
        source.resume()
        return source
    }

    private static func exit(for error: any Error, _ name: String) -> any Error {
        if error is ExitCode || error is CleanExit || error is ValidationError { return error }
        let status =
            (error as? MartletError).map(ExitStatus.init) ?? (error as? CommandError)?.status ?? .failure
        Output.error("martlet \(name): \(error)")
        return ExitCode(status.rawValue)
    }
}
