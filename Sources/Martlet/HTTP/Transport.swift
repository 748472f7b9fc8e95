import AsyncHTTPClient
import JSON
import NIOCore
import NIOHTTP1

/// Sends calls, repeats those that may be repeated, and turns every failure into a ``MartletError``.
struct Transport: Sendable {
    let configuration: Martlet.Configuration

    /// Answers larger than this are refused.
    static let maximumAnswer = 256 * 1024 * 1024

    init(_ configuration: Martlet.Configuration) { self.configuration = configuration }

    func call(
        _ method: Verb,
        _ segments: String...,
        query: Query = [:],
        body: JSON? = nil,
        idempotencyKey: String? = nil,
        timeout: Duration? = nil
    ) async throws -> JSON {
        var request = Request(method: method, path: Path.v1(segments), query: query)
        if let body { request.body = .json(body) }
        request.idempotencyKey = idempotencyKey
        request.timeout = timeout
        return try await call(request)
    }

    /// The answer's body.
    func call(_ request: Request) async throws -> JSON {
        try await repeating(request) {
            let response = try await send(request, silence: request.timeout ?? configuration.timeout)
            return try await answer(response)
        }
    }

    /// An answer of which only the head has come and whose status is 2xx; its body is the caller's to read.
    /// - Parameter silence: after which the body is broken off.
    func open(_ request: Request, silence: Duration) async throws -> HTTPClientResponse {
        try await repeating(request) { try await openOnce(request, silence: silence) }
    }

    /// As ``open(_:silence:)``, without a repetition.
    func openOnce(_ request: Request, silence: Duration) async throws -> HTTPClientResponse {
        let response = try await send(request, silence: silence)
        guard response.status.isSuccess else { throw try await refusal(response) }
        return response
    }

    private func send(_ request: Request, silence: Duration) async throws -> HTTPClientResponse {
        let prepared = try prepare(request)
        let pool = try Connections.pool(silence: silence, authorities: configuration.certificateAuthorities)
        do {
            return try await pool.execute(prepared, timeout: TimeAmount(request.timeout ?? configuration.timeout))
        } catch {
            if let refusal = CertificateRefusal(error) { throw await refusal.explained(configuration) }
            throw MartletError.connection(error, configuration)
        }
    }

    private func prepare(_ request: Request) throws -> HTTPClientRequest {
        var prepared = HTTPClientRequest(url: try target(of: request))
        prepared.method = request.method.name
        prepared.headers.add(name: "Authorization", value: "Bearer \(try key())")
        prepared.headers.add(name: "User-Agent", value: configuration.userAgent)
        if let subaccount = configuration.subaccountID {
            prepared.headers.add(name: "BCTRL-Subaccount-Id", value: subaccount)
        }
        if let key = request.idempotencyKey { prepared.headers.add(name: "Idempotency-Key", value: key) }
        for header in request.headers { prepared.headers.add(name: header.name, value: header.value) }
        if !request.headers.contains(where: { $0.name == "Accept" }) {
            prepared.headers.add(name: "Accept", value: "application/json")
        }
        switch request.body {
        case .none: break
        case .json(let body):
            prepared.headers.add(name: "Content-Type", value: "application/json")
            prepared.body = .bytes(ByteBuffer(bytes: body.bytes))
        case .stream(let body, let contentType):
            prepared.headers.add(name: "Content-Type", value: contentType)
            prepared.body = body
        }
        return prepared
    }

    /// The answer's body as JSON; an empty one is an empty object.
    private func answer(_ response: HTTPClientResponse) async throws -> JSON {
        guard response.status.isSuccess else { throw try await refusal(response) }
        let bytes = try await body(response, upTo: Self.maximumAnswer)
        if bytes.readableBytes == 0 { return [:] }
        guard let json = try? JSON.parse(bytes.readableBytesView) else {
            throw MartletError.noJSON(response, bytes, configuration)
        }
        return json
    }

    private func refusal(_ response: HTTPClientResponse) async throws -> MartletError {
        let bytes = try await body(response, upTo: 1024 * 1024)
        return MartletError.refusal(response, bytes, configuration)
    }

    private func body(_ response: HTTPClientResponse, upTo limit: Int) async throws -> ByteBuffer {
        do {
            return try await response.body.collect(upTo: limit)
        } catch {
            throw MartletError.connection(error, configuration, answered: true)
        }
    }
}

/// The methods of the API.
enum Verb: Sendable {
    case get, post, patch, put, delete

    var name: HTTPMethod {
        switch self {
        case .get: .GET
        case .post: .POST
        case .patch: .PATCH
        case .put: .PUT
        case .delete: .DELETE
        }
    }
}

extension HTTPResponseStatus {
    var isSuccess: Bool { (200..<300).contains(code) }
}
