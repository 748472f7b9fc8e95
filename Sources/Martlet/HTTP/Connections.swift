import AsyncHTTPClient
import NIOCore
import NIOSSL
import Synchronization

/// The connections of this process, shared by all clients; one pool for each time of silence that is allowed, and each file of authorities.
///
/// Pools live as long as the process. A program has a few of them: calls, waits, streams.
enum Connections {
    struct Kind: Hashable {
        let silence: Duration
        let authorities: String?
    }

    private static let pools = Mutex<[Kind: HTTPClient]>([:])

    /// Of which there are pools.
    static var kinds: [Kind] { pools.withLock { Array($0.keys) } }

    /// - Parameters:
    ///   - silence: after which an answer in which nothing comes is broken off.
    ///   - authorities: path of a PEM file.
    /// - Throws: `configuration` when the file of authorities cannot be used.
    static func pool(silence: Duration, authorities: String?) throws -> HTTPClient {
        try pools.withLock { pools in
            let kind = Kind(silence: silence, authorities: authorities)
            if let pool = pools[kind] { return pool }
            let pool = HTTPClient(eventLoopGroupProvider: .singleton, configuration: try configuration(kind))
            pools[kind] = pool
            return pool
        }
    }

    private static func configuration(_ kind: Kind) throws -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        if let path = kind.authorities { configuration.tlsConfiguration = try trusting(path) }
        configuration.timeout = .init(connect: .seconds(5), read: TimeAmount(kind.silence))
        // Each open stream takes a connection; the library's default of 8 would let the ninth wait for ever.
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1024
        // Shorter than servers keep idle connections, so that a call seldom meets one that is just being closed.
        configuration.connectionPool.idleTimeout = .seconds(15)
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    private static func trusting(_ path: String) throws -> TLSConfiguration {
        var tls = TLSConfiguration.makeClientConfiguration()
        do {
            tls.additionalTrustRoots = [.certificates(try NIOSSLCertificate.fromPEMFile(path))]
            return tls
        } catch {
            throw MartletError(
                .configuration,
                "\(path) holds no certificates that can be read.",
                hint: "MARTLET_CA_FILE must name a PEM file of the authorities to trust.",
                cause: error
            )
        }
    }
}
