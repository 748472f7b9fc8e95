public import JSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Martlet {
    /// What a viewer of a live view may do; the server enforces it.
    public struct Control: OpenValue {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        /// Watch only.
        public static let none: Control = "none"
        /// Steer the browser too.
        public static let input: Control = "input"
    }

    /// What becomes of an agent's input while a person steers.
    public struct AgentInput: OpenValue {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        /// Kept until the person is done.
        public static let hold: AgentInput = "hold"
        /// Answered with an error at once.
        public static let refuse: AgentInput = "refuse"
    }

    /// An address at which a run is watched.
    public struct Live: Resource {
        /// A secret: whoever has it can watch, or steer.
        public let url: String
        public let expiresAt: Date
        /// To revoke it; nil from servers that cannot.
        public let leaseID: LeaseID?
        public let json: JSONObject

        init(_ fields: Fields) throws {
            url = try fields.text("url")
            expiresAt = try fields.date("expiresAt")
            leaseID = fields.optionalID("leaseId")
            json = fields.object
        }
    }

    /// An address at which a run is replayed.
    public struct Recording: Resource {
        /// A secret: whoever has it can watch.
        public let url: String
        public let expiresAt: Date
        public let status: RecordingStatus
        /// nil until it is known.
        public let duration: Duration?
        /// To revoke it; nil from servers that cannot.
        public let leaseID: LeaseID?
        public let json: JSONObject

        /// ``duration`` in whole milliseconds.
        public var durationMs: Int? { duration.map { Int(($0.inSeconds * 1000).rounded()) } }

        init(_ fields: Fields) throws {
            url = try fields.text("url")
            expiresAt = try fields.date("expiresAt")
            status = try fields.value("status")
            duration = fields.duration("durationSeconds")
            leaseID = fields.optionalID("leaseId")
            json = fields.object
        }
    }

    /// How far a recording is.
    public struct RecordingStatus: OpenValue {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        /// Nothing was recorded, or its time is over.
        public static let notAvailable: RecordingStatus = "not_available"
        public static let preparing: RecordingStatus = "preparing"
        /// Parts may play already.
        public static let processing: RecordingStatus = "processing"
        public static let ready: RecordingStatus = "ready"
        /// For good.
        public static let failed: RecordingStatus = "failed"
    }
}
