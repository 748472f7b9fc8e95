import JSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Martlet {
    /// What a person is asked to do. A runtime has one that is pending at most.
    public struct HumanActions: Sendable {
        let transport: Transport

        /// The pending one, else the latest.
        public func get(_ runtime: RuntimeID) async throws -> HumanAction {
            try action(try await transport.call(.get, "runtimes", runtime.rawValue, "human-actions"))
        }

        /// Asks a person.
        /// - Parameters:
        ///   - timeout: after which it expires; whole seconds.
        ///   - idempotencyKey: default one that is made for this call.
        /// - Throws: `conflict` when one is pending already.
        public func create(
            _ runtime: RuntimeID,
            message: String,
            timeout: Duration? = nil,
            idempotencyKey: String? = nil
        ) async throws -> HumanAction {
            var body: JSONObject = ["message": .string(message)]
            body["timeoutSeconds"] = timeout.map { .integer($0.components.seconds) }
            let answer = try await transport.call(
                .post,
                "runtimes",
                runtime.rawValue,
                "human-actions",
                body: .object(body),
                idempotencyKey: idempotencyKey ?? UUID().uuidString.lowercased()
            )
            return try action(answer)
        }

        /// Waits until the pending one is completed, cancelled or expired.
        /// - Parameter timeout: nil: for ever. The server is asked again every 30 seconds.
        /// - Returns: the action; still requested when the time ran out.
        public func wait(_ runtime: RuntimeID, timeout: Duration? = nil) async throws -> HumanAction {
            try await transport.wait(
                ["runtimes", runtime.rawValue, "human-actions", "wait"],
                timeout: timeout,
                seconds: { .integer(max(1, $0.components.seconds)) },
                until: { $0.status != .requested },
                read: action
            )
        }

        /// Says that it is done.
        public func complete(_ runtime: RuntimeID) async throws -> HumanAction {
            try await resolve(runtime, "complete")
        }

        /// Withdraws it.
        public func cancel(_ runtime: RuntimeID) async throws -> HumanAction { try await resolve(runtime, "cancel") }

        private func resolve(_ runtime: RuntimeID, _ verb: String) async throws -> HumanAction {
            let path = Path.v1(["runtimes", runtime.rawValue, "human-actions", verb])
            return try action(try await transport.call(Request(method: .post, path: path)))
        }

        private func action(_ answer: JSON) throws -> HumanAction { try HumanAction(Fields(answer, "human action")) }
    }
}
