import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Makes HTTP requests with AsyncHTTPClient. Connections are kept for the next request; TLS certificates are checked.
///
/// Redirects are not followed: a signature holds for one address.
enum HTTPTransport {
    /// One for the process, which never ends before it.
    private static let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)

    private static var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: HTTPClient.Configuration.Timeout(connect: .seconds(5), read: .seconds(30)),
            decompression: .disabled
        )
        // As many as requests may go on at once to one service; others wait.
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 16
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    /// The longest that one request may take, with its body.
    private static let deadline = TimeAmount.minutes(3)

    /// The description of an error may be longer than what was asked for.
    private static let longestRefusal = 64 * 1024

    static func perform(_ exchange: HTTPExchange) async throws(HTTPFailure) -> HTTPAnswer {
        do {
            let response = try await client.execute(request(exchange), timeout: deadline)
            let isHead = exchange.method == .head
            let limit = max(exchange.maximumAnswer, longestRefusal)
            let body = isHead ? ByteBuffer() : try await response.body.collect(upTo: limit)
            return HTTPAnswer(status: Int(response.status.code), headers: response.headers, body: body)
        } catch let error as HTTPClientError {
            throw HTTPFailure(message: error.shortDescription)
        } catch {
            throw HTTPFailure(message: "\(error)")
        }
    }

    private static func request(_ exchange: HTTPExchange) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: exchange.url)
        request.method = HTTPMethod(rawValue: exchange.method.rawValue)
        for header in exchange.headers { request.headers.add(name: header.name, value: header.value) }
        if exchange.method == .put || exchange.method == .post { request.body = .bytes(exchange.body) }
        return request
    }
}
