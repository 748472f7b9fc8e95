public import JSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Martlet {
    /// A boundary of permission and storage.
    public struct Space: Resource, Identifiable {
        public let id: SpaceID
        public let name: String
        public let createdAt: Date
        public let updatedAt: Date
        /// In the answer to `get(_:includingEnvironment:)` when it was asked for.
        public let environment: JSONObject?
        public let json: JSONObject

        init(_ fields: Fields) throws {
            id = try fields.id("id")
            name = try fields.text("name")
            createdAt = try fields.date("createdAt")
            updatedAt = try fields.date("updatedAt")
            environment = fields.object("environment")
            json = fields.object
        }
    }

    /// Boundaries of permission and storage; every runtime belongs to one.
    public struct Spaces: Sendable {
        let transport: Transport

        /// - Parameter environment: what runtimes in it may use, as the API has it (`storage`, `vault`, `ai`).
        public func create(name: String? = nil, environment: JSONObject? = nil) async throws -> Space {
            var body = JSONObject()
            body["name"] = name.map(JSON.string)
            body["environment"] = environment.map(JSON.object)
            return try space(try await transport.call(.post, "spaces", body: .object(body)))
        }

        /// A space, with its environment if asked for. Throws `notFound` (`space.not_found`).
        public func get(_ id: SpaceID, includingEnvironment: Bool = false) async throws -> Space {
            let query: Query = ["include": includingEnvironment ? "environment" : nil]
            return try space(try await transport.call(.get, "spaces", id.rawValue, query: query))
        }

        /// One page of spaces, newest first.
        public func list(cursor: String? = nil, limit: Int? = nil) async throws -> Page<Space> {
            try await transport.page("space", ["spaces"], query: [:], cursor: cursor, limit: limit)
        }

        /// All spaces, newest first, page by page.
        public func all() -> Pages<Space> { transport.pages("space", ["spaces"], query: [:]) }

        /// Gives a space another name.
        public func update(_ id: SpaceID, name: String) async throws -> Space {
            try space(try await transport.call(.patch, "spaces", id.rawValue, body: ["name": .string(name)]))
        }

        /// - Throws: `conflict` while runtimes in it are active, and for the default space.
        public func delete(_ id: SpaceID) async throws {
            _ = try await transport.call(.delete, "spaces", id.rawValue)
        }

        /// What runtimes in the space may use.
        public func environment(_ id: SpaceID) async throws -> JSONObject {
            try object(try await transport.call(.get, "spaces", id.rawValue, "environment"))
        }

        /// Changes the environment: members that are absent stay, null removes.
        public func updateEnvironment(_ id: SpaceID, _ change: JSONObject) async throws -> JSONObject {
            try object(
                try await transport.call(.patch, "spaces", id.rawValue, "environment", body: .object(change))
            )
        }

        private func space(_ answer: JSON) throws -> Space { try Space(Fields(answer, "space")) }
        private func object(_ answer: JSON) throws -> JSONObject { try Fields(answer, "environment").object }
    }
}
