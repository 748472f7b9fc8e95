import Credentials
import JSON
import Logging
import Store

/// Answers a repeated request that carries an `Idempotency-Key` with the first successful response.
///
/// Successes are kept for 24 hours; a duplicate of a request still under way waits for it; failures are not kept.
public actor IdempotentCalls {
    public struct Response: Sendable, Equatable {
        public let status: Int
        public let body: [UInt8]

        public init(status: Int, body: [UInt8]) {
            self.status = status
            self.body = body
        }

        var isSuccess: Bool { (200..<300).contains(status) }
    }

    private struct Call: Hashable {
        let scope: String
        let key: String
    }

    private let store: any IdempotencyStore
    private let logger: Logger
    private var underWay: [Call: Task<Response, any Error>] = [:]

    init(store: any IdempotencyStore, logger: Logger) {
        self.store = store
        self.logger = logger
    }

    /// - Parameters:
    ///   - scope: operation and path.
    ///   - key: 1 to 200 characters.
    ///   - request: the request's body.
    ///   - perform: does the work once; what it throws goes to every waiter and is not kept.
    /// - Throws: `idempotency.key_reused` when the key came with another request before.
    public func call(
        scope: String,
        key: String,
        request: [UInt8],
        perform: @escaping @Sendable () async throws -> Response
    ) async throws -> Response {
        let call = Call(scope: scope, key: key)
        let hash = SHA256.digest(request)
        while let earlier = underWay[call] { _ = await earlier.result }
        let task = Task { try await self.replayOrPerform(call, hash: hash, perform: perform) }
        underWay[call] = task
        defer { underWay[call] = nil }
        return try await task.value
    }

    private func replayOrPerform(
        _ call: Call,
        hash: [UInt8],
        perform: @Sendable () async throws -> Response
    ) async throws -> Response {
        if let kept = try await store.response(scope: call.scope, key: call.key) {
            guard kept.requestHash == hash else { throw ControlPlaneError.idempotencyKeyReused }
            return Response(status: kept.status, body: kept.body)
        }
        let response = try await perform()
        guard response.isSuccess else { return response }
        await keep(
            IdempotentResponse(
                scope: call.scope,
                key: call.key,
                requestHash: hash,
                status: response.status,
                body: response.body
            )
        )
        return response
    }

    /// A success stays one when it cannot be kept: a failure would have the caller do it again.
    private func keep(_ response: IdempotentResponse) async {
        do {
            try await store.insert(response)
        } catch {
            logger.warning("Response not kept for repetitions", metadata: ["error": "\(error)"])
        }
    }
}

extension ControlPlaneError {
    static var idempotencyKeyReused: Self {
        Self(
            .idempotencyKeyReused,
            "This Idempotency-Key was used for another request.",
            hint: "Use a new key for a new request.",
            details: ["field": "Idempotency-Key"]
        )
    }
}
