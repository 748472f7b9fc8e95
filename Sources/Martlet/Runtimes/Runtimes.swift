public import JSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Martlet {
    /// Browsers that can be started and stopped.
    public struct Runtimes: Sendable {
        let transport: Transport

        public var targets: Targets { Targets(transport: transport) }
        public var files: RuntimeFiles { RuntimeFiles(transport: transport) }
        public var humanActions: HumanActions { HumanActions(transport: transport) }

        /// Makes a runtime; it is stopped at first.
        /// - Parameters:
        ///   - name: 1 to 120 characters; nil: the server names it.
        ///   - spaceID: nil: the default space.
        ///   - metadata: kept with it, at most 16 KiB as JSON.
        public func create(
            name: String? = nil,
            spaceID: SpaceID? = nil,
            config: RuntimeConfig? = nil,
            metadata: JSONObject? = nil
        ) async throws -> Runtime {
            var body = JSONObject()
            body["name"] = name.map(JSON.string)
            body["spaceId"] = spaceID.map { .string($0.rawValue) }
            body["config"] = config.map { .object($0.json) }
            body["metadata"] = metadata.map(JSON.object)
            return try runtime(try await transport.call(.post, "runtimes", body: .object(body)))
        }

        /// A runtime with its config, and where to connect while it is active. Throws `notFound` (`runtime.not_found`).
        public func get(_ id: RuntimeID) async throws -> Runtime {
            try runtime(try await transport.call(.get, "runtimes", id.rawValue))
        }

        /// One page of runtimes, newest first. Without ``Runtime/config`` and ``Runtime/metadata``.
        /// - Parameter limit: items on the page; default 50, at most 200.
        public func list(
            spaceID: SpaceID? = nil,
            status: [RuntimeStatus] = [],
            cursor: String? = nil,
            limit: Int? = nil
        ) async throws -> Page<Runtime> {
            let query = Self.query(spaceID, status)
            return try await transport.page("runtime", ["runtimes"], query: query, cursor: cursor, limit: limit)
        }

        /// All runtimes, newest first, page by page.
        public func all(spaceID: SpaceID? = nil, status: [RuntimeStatus] = []) -> Pages<Runtime> {
            transport.pages("runtime", ["runtimes"], query: Self.query(spaceID, status))
        }

        private static func query(_ spaceID: SpaceID?, _ status: [RuntimeStatus]) -> Query {
            var query: Query = ["spaceId": spaceID?.rawValue]
            query.add("status", status)
            return query
        }

        /// The runs of a runtime that still exists, newest first.
        public func runs(_ id: RuntimeID, status: [RunStatus] = []) -> Pages<Run> {
            var query: Query = [:]
            query.add("status", status)
            return transport.pages("run", ["runtimes", id.rawValue, "runs"], query: query)
        }

        /// Changes what is given. Name and idle time-out may change at any time, the rest of the config only while it is stopped.
        /// - Throws: `conflict` (`runtime.not_stopped`).
        public func update(_ id: RuntimeID, name: String? = nil, config: RuntimeConfig? = nil) async throws -> Runtime {
            var body = JSONObject()
            body["name"] = name.map(JSON.string)
            body["config"] = config.map { .object($0.json) }
            return try runtime(try await transport.call(.patch, "runtimes", id.rawValue, body: .object(body)))
        }

        /// Removes a runtime and its browser's state. Its runs stay.
        /// - Parameter force: stop it first if it is active.
        /// - Throws: `conflict` (`runtime.not_stopped`).
        public func delete(_ id: RuntimeID, force: Bool = false) async throws {
            let query: Query = ["force": force ? "true" : nil]
            _ = try await transport.call(.delete, "runtimes", id.rawValue, query: query)
        }

        /// Launches the browser and opens a run; of an active runtime it gives the open one.
        /// - Parameter idempotencyKey: the same key gives the same answer for a day. Default: one that is made for this call, so that
        ///   its own repetitions start one browser.
        /// - Throws: `limitReached` (`browser.concurrent_quota_exceeded`), `server` (`runtime.host_unavailable`).
        public func start(_ id: RuntimeID, idempotencyKey: String? = nil) async throws -> Browser {
            let key = idempotencyKey ?? UUID().uuidString.lowercased()
            let answer = try await transport.call(.post, "runtimes", id.rawValue, "start", idempotencyKey: key)
            return try Browser(Fields(answer, "start"))
        }

        /// Ends the browser and its run; returns when the browser is gone and the record is sealed. Safe to repeat.
        public func stop(_ id: RuntimeID) async throws -> Stop {
            var request = Request(method: .post, path: Path.v1(["runtimes", id.rawValue, "stop"]))
            request.isIdempotent = true
            return try Stop(Fields(try await transport.call(request), "stop"))
        }

        private func runtime(_ answer: JSON) throws -> Runtime { try Runtime(Fields(answer, "runtime")) }
    }
}
