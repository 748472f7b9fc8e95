public import JSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Martlet {
    /// The record of a runtime from one start to its stop or failure. Runs outlive their runtime.
    public struct Run: Resource, Identifiable {
        public let id: RunID
        public let spaceID: SpaceID
        public let runtimeID: RuntimeID
        /// The runtime's name when the run began. nil where the server does not tell it.
        public let runtimeName: String?
        public let status: RunStatus
        /// Why it failed; nil unless it did.
        public let failure: RunFailure?
        public let createdAt: Date
        /// Second 0 of the recording.
        public let startedAt: Date
        /// nil while it is active.
        public let finishedAt: Date?
        public let duration: Duration?
        /// In the answer to `get` only.
        public let counts: RunCounts?
        /// In the answer to `get` only.
        public let usage: RunUsage?
        /// All that the server sent.
        public let json: JSONObject

        init(_ fields: Fields) throws {
            id = try fields.id("id")
            spaceID = try fields.id("spaceId")
            runtimeID = try fields.id("runtimeId")
            runtimeName = fields.optionalText("runtimeName")
            status = try fields.value("status")
            failure = try fields.nested("failure", "failure").map(RunFailure.init)
            createdAt = try fields.date("createdAt")
            startedAt = try fields.date("startedAt")
            finishedAt = fields.optionalDate("finishedAt")
            duration = fields.duration("durationSeconds")
            counts = try fields.nested("counts", "count of a run").map(RunCounts.init)
            usage = try fields.nested("usage", "usage of a run").map(RunUsage.init)
            json = fields.object
        }
    }

    /// Whether a run goes on, and how it ended.
    public struct RunStatus: OpenValue {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public static let active: RunStatus = "active"
        public static let stopped: RunStatus = "stopped"
        public static let failed: RunStatus = "failed"
    }

    /// Why a run failed.
    public struct RunFailure: Resource {
        /// `browser.crashed`, `runtime.host_lost`, ...
        public let code: String
        public let message: String

        init(_ fields: Fields) throws {
            code = try fields.text("code")
            message = try fields.text("message")
        }
    }

    /// How much a run has.
    public struct RunCounts: Resource {
        /// Exact once the run has ended.
        public let events: Int
        public let files: Int
        public let invocations: Int
        public let toolCalls: Int

        init(_ fields: Fields) throws {
            events = fields.integer("events") ?? 0
            files = fields.integer("files") ?? 0
            invocations = fields.integer("invocations") ?? 0
            toolCalls = fields.integer("toolCalls") ?? 0
        }
    }

    /// What a run used. Numbers that the server does not keep are nil.
    public struct RunUsage: Resource {
        public let runtime: Duration?
        public let filesBytes: Int
        public let proxyBytes: Int?
        public let captchaSolves: Int
        public let aiTokensTotal: Int?
        public let creditsUsed: Double?
        /// `pending`, `settled` or `unavailable`.
        public let billingStatus: String
        public let computedAt: Date?
        public let json: JSONObject

        init(_ fields: Fields) throws {
            runtime = fields.duration("runtimeSeconds")
            filesBytes = fields.integer("filesBytes") ?? 0
            proxyBytes = fields.integer("proxyBytes")
            captchaSolves = fields.integer("captchaSolves") ?? 0
            aiTokensTotal = fields.integer("aiTokensTotal")
            creditsUsed = fields.object["creditsUsed"]?.doubleValue
            billingStatus = fields.optionalText("billingStatus") ?? "unavailable"
            computedAt = fields.optionalDate("computedAt")
            json = fields.object
        }
    }
}
