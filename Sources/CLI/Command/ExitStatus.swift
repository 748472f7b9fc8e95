import Martlet

/// How commands end, so that scripts can tell why. The numbers are listed in docs/cli.md and never change their meaning.
public enum ExitStatus: Int32, Sendable {
    case success = 0
    /// Whatever has no number of its own; for `doctor`: something needs doing.
    case failure = 1
    /// The command line, or what the server calls an invalid request.
    case usage = 2
    case notAllowed = 3
    case notFound = 4
    /// The thing is in a state that does not allow this.
    case conflict = 5
    /// No server answers, not safely, or it went away.
    case unreachable = 6
    /// A limit of the server is reached; later, or after something is stopped, it may work.
    case limit = 7
    /// The server failed, or what answers is no Martlet.
    case server = 8
    /// The time given with `--timeout` ran out.
    case timedOut = 9
    /// Ctrl-C.
    case interrupted = 130

    init(_ error: MartletError) {
        switch error.kind {
        case .validation, .configuration, .tooLarge: self = .usage
        case .authentication, .permission: self = .notAllowed
        case .notFound, .gone: self = .notFound
        case .conflict: self = .conflict
        case .unreachable, .insecure, .connectionLost, .timedOut: self = .unreachable
        case .limitReached, .rateLimited: self = .limit
        case .server, .unexpectedAnswer: self = .server
        default: self = .failure
        }
    }
}
