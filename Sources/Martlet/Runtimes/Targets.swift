public import JSON

extension Martlet {
    /// A page of a running browser.
    public struct Target: Resource, Identifiable {
        public let id: TargetID
        public let runtimeID: RuntimeID
        /// The page's title, else its address.
        public let label: String
        public let uri: String?
        /// Exactly one page of a browser is.
        public let active: Bool
        public let metadata: JSONObject
        public let json: JSONObject

        init(_ fields: Fields) throws {
            id = try fields.id("id")
            runtimeID = try fields.id("runtimeId")
            label = fields.optionalText("label") ?? ""
            uri = fields.optionalText("uri")
            active = fields.bool("active") ?? false
            metadata = fields.object("metadata") ?? [:]
            json = fields.object
        }
    }

    /// The pages of an active runtime. Every call throws `conflict` (`runtime.not_active`) while it is stopped.
    public struct Targets: Sendable {
        let transport: Transport

        /// All open pages.
        public func list(_ runtime: RuntimeID) async throws -> [Target] {
            let page: Page<Target> = try await transport.page(
                "target",
                ["runtimes", runtime.rawValue, "targets"],
                query: [:],
                cursor: nil,
                limit: nil
            )
            return page.items
        }

        /// Opens a page.
        /// - Parameters:
        ///   - uri: nil: a blank page.
        ///   - activate: bring it to the front.
        public func create(_ runtime: RuntimeID, uri: String? = nil, activate: Bool = true) async throws -> Target {
            var body: JSONObject = ["activate": .bool(activate)]
            body["uri"] = uri.map(JSON.string)
            let answer = try await transport.call(
                .post,
                "runtimes",
                runtime.rawValue,
                "targets",
                body: .object(body)
            )
            return try target(answer)
        }

        /// One page. Throws `notFound` (`target.not_found`).
        public func get(_ runtime: RuntimeID, _ id: TargetID) async throws -> Target {
            try target(try await transport.call(.get, "runtimes", runtime.rawValue, "targets", id.rawValue))
        }

        /// Brings a page to the front.
        public func activate(_ runtime: RuntimeID, _ id: TargetID) async throws -> Target {
            let path = Path.v1(["runtimes", runtime.rawValue, "targets", id.rawValue, "activate"])
            return try target(try await transport.call(Request(method: .post, path: path)))
        }

        /// Closes a page. After the last one the browser opens a blank one.
        public func delete(_ runtime: RuntimeID, _ id: TargetID) async throws {
            _ = try await transport.call(.delete, "runtimes", runtime.rawValue, "targets", id.rawValue)
        }

        private func target(_ answer: JSON) throws -> Target { try Target(Fields(answer, "target")) }
    }
}
