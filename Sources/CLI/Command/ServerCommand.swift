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
        try await Interruption.guarded { try await run(server.client()) }
    }
}

/// Runs a command so that Ctrl-C ends it as it should: cancelled, cleaned up, exit status 130.
enum Interruption {
    static func guarded(_ body: @escaping () async throws -> Void) async throws {
        signal(SIGPIPE, SIG_IGN)
        let interrupted = Latch()
        // A command is a value that nobody else has: it may move into the task that can be cancelled.
        nonisolated(unsafe) let body = body
        let work = Task { try await body() }
        let sources = [SIGINT, SIGTERM].map { watch($0, interrupted, work) }
        defer { for source in sources { source.cancel() } }
        do {
            try await work.value
        } catch {
            if interrupted.isSet { throw ExitCode(ExitStatus.interrupted.rawValue) }
            throw exit(for: error)
        }
    }

    /// The first signal cancels, which lets the command clean up; a second one ends the process at once.
    private static func watch(_ number: Int32, _ interrupted: Latch, _ work: Task<Void, any Error>)
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

    private static func exit(for error: any Error) -> any Error {
        if error is ExitCode || error is CleanExit || error is ValidationError { return error }
        let status =
            (error as? MartletError).map(ExitStatus.init) ?? (error as? CommandError)?.status ?? .failure
        Output.error("martlet: \(error)")
        return ExitCode(status.rawValue)
    }
}
