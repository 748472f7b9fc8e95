public import JSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Martlet {
    /// Something that a person is asked to do in a running browser.
    public struct HumanAction: Resource, Identifiable {
        public let id: HumanActionID
        public let runtimeID: RuntimeID
        public let runID: RunID?
        public let message: String
        public let status: HumanActionStatus
        public let createdAt: Date
        public let expiresAt: Date?
        public let completedAt: Date?
        public let cancelledAt: Date?
        public let expiredAt: Date?
        public let json: JSONObject

        init(_ fields: Fields) throws {
            id = try fields.id("id")
            runtimeID = try fields.id("runtimeId")
            runID = fields.optionalID("runId")
            message = try fields.text("message")
            status = try fields.value("status")
            createdAt = try fields.date("createdAt")
            expiresAt = fields.optionalDate("expiresAt")
            completedAt = fields.optionalDate("completedAt")
            cancelledAt = fields.optionalDate("cancelledAt")
            expiredAt = fields.optionalDate("expiredAt")
            json = fields.object
        }
    }

    /// How far what a person was asked to do has come.
    public struct HumanActionStatus: OpenValue {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public static let requested: HumanActionStatus = "requested"
        public static let completed: HumanActionStatus = "completed"
        public static let cancelled: HumanActionStatus = "cancelled"
        public static let expired: HumanActionStatus = "expired"
    }
}
