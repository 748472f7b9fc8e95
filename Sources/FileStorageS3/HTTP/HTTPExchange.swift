import NIOCore
import NIOHTTP1

/// A request to an S3 service, with its body in memory.
struct HTTPExchange: Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case head = "HEAD"
        case put = "PUT"
        case post = "POST"
        case delete = "DELETE"
    }

    var method: Method
    /// Scheme, host, port, encoded path and query.
    var url: String
    var headers: [(name: String, value: String)] = []
    var body = ByteBuffer()
    /// The longest answer that is taken, in bytes.
    var maximumAnswer = 4 * 1024 * 1024
}

/// What the service answered.
struct HTTPAnswer: Sendable {
    let status: Int
    let headers: HTTPHeaders
    let body: ByteBuffer

    var text: String { String(buffer: body) }
}

/// A request that got no answer.
struct HTTPFailure: Error, Sendable {
    /// Without an address or a header, so without a secret.
    let message: String
}
