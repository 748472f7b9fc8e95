public import JSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Martlet {
    /// A browser that can be started and stopped.
    public struct Runtime: Resource, Identifiable {
        public let id: RuntimeID
        public let spaceID: SpaceID
        public let name: String
        public let status: RuntimeStatus
        /// The run that is open; nil while it is stopped.
        public let activeRunID: RunID?
        public let createdAt: Date
        public let updatedAt: Date
        public let lastActivityAt: Date?
        /// In the answer to `get` while a run is open: the CDP address of the browser, which carries its own credential. A secret.
        public let connectURL: String?
        /// In the answers to `get`, `create` and `update`.
        public let config: JSONObject?
        public let metadata: JSONObject?
        /// All that the server sent.
        public let json: JSONObject

        init(_ fields: Fields) throws {
            id = try fields.id("id")
            spaceID = try fields.id("spaceId")
            name = try fields.text("name")
            status = try fields.value("status")
            activeRunID = fields.optionalID("activeRunId")
            createdAt = try fields.date("createdAt")
            updatedAt = try fields.date("updatedAt")
            lastActivityAt = fields.optionalDate("lastActivityAt")
            connectURL = fields.optionalText("connectUrl")
            config = fields.object("config")
            metadata = fields.object("metadata")
            json = fields.object
        }
    }

    /// Whether a runtime has a browser now.
    public struct RuntimeStatus: OpenValue {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public static let active: RuntimeStatus = "active"
        public static let stopped: RuntimeStatus = "stopped"
        public static let failed: RuntimeStatus = "failed"
    }

    /// What a start answers: a browser that can be driven.
    public struct Browser: Resource {
        public let runtimeID: RuntimeID
        public let runID: RunID
        /// The CDP address for Playwright, Puppeteer and their like. It carries its own credential and dies with the run. A secret.
        public let connectURL: String
        /// False when the runtime was active already and this is its open run.
        public let started: Bool
        public let json: JSONObject

        init(_ fields: Fields) throws {
            runtimeID = try fields.id("runtimeId")
            runID = try fields.id("runId")
            connectURL = try fields.text("connectUrl")
            started = fields.bool("started") ?? true
            json = fields.object
        }
    }

    /// What a stop answers.
    public struct Stop: Resource {
        public let runtimeID: RuntimeID
        /// The run that was ended; nil when there was none.
        public let runID: RunID?
        /// False when it was stopped already.
        public let stopped: Bool
        public let json: JSONObject

        init(_ fields: Fields) throws {
            runtimeID = try fields.id("runtimeId")
            runID = fields.optionalID("runId")
            stopped = fields.bool("stopped") ?? true
            json = fields.object
        }
    }
}
