import API
import ControlPlane
import Hummingbird

/// Runs an operation under the header `Idempotency-Key`, or just so when a request has none.
struct Idempotency: Sendable {
    let calls: IdempotentCalls

    /// - Parameter operation: with the path it is the scope that a key belongs to.
    func perform(
        _ call: Call,
        _ operation: String,
        _ work: @escaping @Sendable () async throws -> IdempotentCalls.Response
    ) async throws -> IdempotentCalls.Response {
        try await perform(call, operation) { _ in try await work() }
    }

    /// The same for an operation that reads the request's body.
    /// - Parameter bodyKey: finds a key in the body, for clients that cannot send the header, which goes before it.
    func perform(
        _ call: Call,
        _ operation: String,
        bodyKey: ([UInt8]) throws -> String? = { _ in nil },
        _ work: @escaping @Sendable ([UInt8]) async throws -> IdempotentCalls.Response
    ) async throws -> IdempotentCalls.Response {
        let request = try await call.bytes()
        let text = try call.request.headers[.idempotencyKey] ?? bodyKey(request)
        let key = try text.map { text throws(APIError) in try IdempotencyKey(text) }
        guard let key else { return try await work(request) }
        let scope = "\(operation) \(call.request.uri.path)"
        return try await calls.call(scope: scope, key: key.text, request: request) { try await work(request) }
    }
}
