import AsyncHTTPClient
import NIOCore
import Synchronization

/// The connections of this process, shared by all clients; one pool for each time of silence that is allowed.
///
/// Pools live as long as the process. A program has two or three of them: calls, streams, and what tests ask for.
enum Connections {
    private static let pools = Mutex<[Duration: HTTPClient]>([:])

    /// - Parameter silence: after which an answer in which nothing comes is broken off.
    static func pool(silence: Duration) -> HTTPClient {
        pools.withLock { pools in
            if let pool = pools[silence] { return pool }
            let pool = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration(silence))
            pools[silence] = pool
            return pool
        }
    }

    private static func configuration(_ silence: Duration) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout = .init(connect: .seconds(5), read: TimeAmount(silence))
        // Each open stream takes a connection; the library's default of 8 would let the ninth wait for ever.
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1024
        // Shorter than servers keep idle connections, so that a call seldom meets one that is just being closed.
        configuration.connectionPool.idleTimeout = .seconds(15)
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }
}
