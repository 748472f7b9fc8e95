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
    func perform(
        _ call: Call,
        _ operation: String,
        _ work: @escaping @Sendable ([UInt8]) async throws -> IdempotentCalls.Response
    ) async throws -> IdempotentCalls.Response {
        let key = try call.request.headers[.idempotencyKey].map { text throws(APIError) in try IdempotencyKey(text) }
        let request = try await call.bytes()
        guard let key else { return try await work(request) }
        let scope = "\(operation) \(call.request.uri.path)"
        return try await calls.call(scope: scope, key: key.text, request: request) { try await work(request) }
    }
}
