import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension MartletError {
    /// What went wrong below HTTP, in words. A cancelled task gives `CancellationError`.
    /// - Parameter answered: the head of the answer had come.
    static func connection(
        _ error: any Error,
        _ configuration: Martlet.Configuration,
        answered: Bool = false
    ) -> any Error {
        if error is CancellationError || Task.isCancelled { return CancellationError() }
        if let error = error as? MartletError { return error }
        let base = configuration.baseURL
        switch error {
        case let error as HTTPClientError: return client(base, error, configuration, answered)
        case _ where answered: return lost(base, error, answered)
        case let error as IOError where [ECONNRESET, EPIPE].contains(error.errnoCode):
            return lost(base, error, answered)
        case is NIOConnectionError, is SocketAddressError, is ChannelError, is IOError: return unreachable(base, error)
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: return tls(base, error)
        default: return lost(base, error, answered)
        }
    }

    private static func client(
        _ base: String,
        _ error: HTTPClientError,
        _ configuration: Martlet.Configuration,
        _ answered: Bool
    ) -> MartletError {
        switch error {
        case .connectTimeout, .getConnectionFromPoolTimeout: return unreachable(base, error)
        case .tlsHandshakeTimeout: return tls(base, error)
        case .deadlineExceeded, .readTimeout, .writeTimeout:
            return MartletError(
                .timedOut,
                "\(base) did not answer in time (\(configuration.timeout)).",
                hint: "Try again, or raise the time-out.",
                cause: error
            )
        case .invalidURL, .emptyHost, .emptyScheme:
            return MartletError(
                .configuration,
                "`\(base)` is no address of a server.",
                hint: "Set MARTLET_BASE_URL to http://HOST:PORT or https://HOST.",
                cause: error
            )
        default: return lost(base, error, answered)
        }
    }

    private static func unreachable(_ base: String, _ error: any Error) -> MartletError {
        if error is SocketAddressError || (error as? NIOConnectionError)?.connectionErrors.isEmpty == true {
            return MartletError(
                .unreachable,
                "The host of \(base) has no address.",
                hint: "Check its name; MARTLET_BASE_URL sets it.",
                cause: error
            )
        }
        return MartletError(
            .unreachable,
            "No server answers on \(base).",
            hint: "Start one with `martlet serve`, or set MARTLET_BASE_URL to where it is.",
            cause: error
        )
    }

    /// Of the certificate ``CertificateRefusal`` speaks.
    private static func tls(_ base: String, _ error: any Error) -> MartletError {
        guard "\(error)".contains("WRONG_VERSION_NUMBER") else {
            return MartletError(
                .unreachable,
                "No safe connection to \(base): the TLS handshake failed.",
                hint: "See whether it is a server that speaks TLS 1.2 or newer, and what proxy stands before it.",
                cause: error
            )
        }
        return MartletError(
            .insecure,
            "No safe connection to \(base): the server there does not speak TLS.",
            hint: "Use http:// for it.",
            cause: error
        )
    }

    /// The connection broke when something had been sent.
    private static func lost(_ base: String, _ error: any Error, _ answered: Bool) -> MartletError {
        let isPlain = !answered && base.hasPrefix("http:")
        return MartletError(
            .connectionLost,
            "The connection to \(base) broke \(answered ? "in the middle of" : "before") an answer.",
            hint:
                "See whether the server still runs\(isPlain ? " (and whether it wants https://)" : ""), then try again.",
            cause: error
        )
    }
}
