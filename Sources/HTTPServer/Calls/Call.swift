import API
import HTTPTypes
import Hummingbird
import JSON
import Model
import NIOCore

/// One request as a route's handler sees it.
struct Call: Sendable {
    let request: Request
    let context: ServerContext
    /// Who calls; nil on open routes.
    let key: APIKey?
    let maximumBodyBytes: Int

    var authority: String? { request.head.authority }

    func query() throws(APIError) -> QueryReader { try QueryReader(request.uri.query) }

    /// A path parameter, percent-decoded after the path was split; nil when its escapes are wrong.
    func parameter(_ name: String) -> String? {
        context.parameters.get(name).flatMap { PercentDecoding.decode($0) }
    }

    /// The id in a path. A malformed one is one that does not exist.
    func id<Noun>(_ name: String, of noun: Noun.Type = Noun.self, or code: ErrorCode) throws(APIError) -> Identifier<
        Noun
    > {
        guard let id = parameter(name).flatMap({ Identifier<Noun>($0) }) else {
            throw APIError(code, "There is no such \(code.noun): ids are UUIDs.")
        }
        return id
    }

    /// The body as an object; `{}` for a body without bytes.
    func body() async throws -> ObjectReader { try BodyReader.object(try await bytes()) }

    /// The body's bytes, at most ``ServerSettings/maximumBodyBytes``.
    /// - Throws: 413 as soon as the length announced or the bytes read go beyond.
    func bytes() async throws -> [UInt8] {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > maximumBodyBytes {
            throw tooLarge
        }
        var bytes: [UInt8] = []
        for try await buffer in request.body {
            guard bytes.count + buffer.readableBytes <= maximumBodyBytes else { throw tooLarge }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        return bytes
    }

    private var tooLarge: APIError {
        APIError(
            .requestTooLarge,
            "The body may have at most \(maximumBodyBytes) bytes.",
            headers: ["Connection": "close"]
        )
    }
}

extension ErrorCode {
    /// What a code that ends in `not_found` is about: `run`, `api key`, `recording export`.
    fileprivate var noun: String {
        rawValue.split { $0 == "." || $0 == "_" }.filter { $0 != "not" && $0 != "found" }.joined(separator: " ")
    }
}
