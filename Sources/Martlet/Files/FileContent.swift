import AsyncHTTPClient
import NIOCore
import NIOHTTP1

extension Martlet {
    /// The bytes of a file as they come, in pieces of any size. It can be read once.
    public struct FileContent: AsyncSequence, Sendable {
        public typealias Element = [UInt8]
        /// Bytes that are to come; nil when the server does not say.
        public let sizeInBytes: Int?
        let response: HTTPClientResponse
        let configuration: Configuration

        public func makeAsyncIterator() -> AsyncIterator {
            AsyncIterator(body: response.body.makeAsyncIterator(), configuration: configuration)
        }

        public struct AsyncIterator: AsyncIteratorProtocol {
            var body: HTTPClientResponse.Body.AsyncIterator
            let configuration: Configuration

            public mutating func next() async throws -> [UInt8]? {
                do {
                    return try await body.next().map { Array($0.readableBytesView) }
                } catch {
                    throw MartletError.connection(error, configuration, answered: true)
                }
            }
        }
    }
}

extension Martlet.FileContent {
    init(_ response: HTTPClientResponse, _ configuration: Martlet.Configuration) {
        self.response = response
        self.configuration = configuration
        sizeInBytes = response.headers.first(name: "content-length").flatMap { Int($0) }
    }
}

extension Transport {
    /// An answer that is no JSON, whole, and its headers by name.
    func bytes(_ request: Request, upTo limit: Int) async throws -> ([UInt8], header: @Sendable (String) -> String?) {
        try await repeating(request) {
            let response = try await openOnce(request, silence: request.timeout ?? configuration.timeout)
            do {
                let bytes = Array(try await response.body.collect(upTo: limit).readableBytesView)
                return (bytes, { [headers = response.headers] in headers.first(name: $0) })
            } catch {
                throw MartletError.connection(error, configuration, answered: true)
            }
        }
    }
}
