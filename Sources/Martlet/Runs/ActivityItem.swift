public import JSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Martlet {
    /// One step of a run that a person would name. It is written once, when it is settled, and never changes.
    public struct ActivityItem: RecordRow, Identifiable {
        /// Good as a cursor.
        public let id: ActivityID
        /// The item's number in its run, from 1 without gaps; nil from servers that do not number.
        public let number: Int?
        /// `browser.click`, `browser.navigate`, ...
        public let type: String
        /// When the step began.
        public let time: Date
        /// A sentence in plain English that stands alone.
        public let message: String
        public let category: ActivityCategory
        public let severity: ActivitySeverity?
        public let status: String?
        public let duration: Duration?
        /// The step that caused this one.
        public let parentID: ActivityID?
        public let invocationID: String?
        public let toolCallID: String?
        public let fileID: FileID?
        public let data: JSONObject
        /// All that the server sent.
        public let json: JSONObject

        init(_ fields: Fields) throws {
            id = try fields.id("id")
            number = fields.integer("seq")
            type = try fields.text("type")
            time = try fields.date("time")
            message = try fields.text("message")
            category = try fields.value("category")
            severity = fields.optionalValue("severity")
            status = fields.optionalText("status")
            duration = fields.duration("durationSeconds")
            parentID = fields.optionalID("parentId")
            invocationID = fields.optionalText("invocationId")
            toolCallID = fields.optionalText("toolCallId")
            fileID = fields.optionalID("fileId")
            data = fields.object("data") ?? [:]
            json = fields.object
        }

        static let frameName = "run.activity"
        static let noun = "step"
        var cursor: String { id.rawValue }
    }

    /// What part of the system a step belongs to.
    public struct ActivityCategory: OpenValue {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public static let runtime: ActivityCategory = "runtime"
        public static let browser: ActivityCategory = "browser"
        public static let network: ActivityCategory = "network"
        public static let console: ActivityCategory = "console"
        public static let file: ActivityCategory = "file"
        public static let invocation: ActivityCategory = "invocation"
        public static let tool: ActivityCategory = "tool"
        public static let captcha: ActivityCategory = "captcha"
        public static let agent: ActivityCategory = "agent"
        public static let llm: ActivityCategory = "llm"
        public static let system: ActivityCategory = "system"
    }

    /// How bad a step is.
    public struct ActivitySeverity: OpenValue {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public static let info: ActivitySeverity = "info"
        public static let warning: ActivitySeverity = "warning"
        public static let error: ActivitySeverity = "error"
    }

    /// How much of the activity to show.
    public struct ActivityView: OpenValue {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        /// The steps that a person would tell.
        public static let normal: ActivityView = "normal"
        /// Also rows for those who look for a fault.
        public static let debug: ActivityView = "debug"
    }

    /// Which steps of a run: those that match every part that is set.
    public struct ActivityFilter: RecordFilter {
        public var view: ActivityView?
        public var types: [String]
        public var categories: [ActivityCategory]
        public var severities: [ActivitySeverity]
        public var invocationID: String?
        public var fileID: FileID?

        public init(
            view: ActivityView? = nil,
            types: [String] = [],
            categories: [ActivityCategory] = [],
            severities: [ActivitySeverity] = [],
            invocationID: String? = nil,
            fileID: FileID? = nil
        ) {
            self.view = view
            self.types = types
            self.categories = categories
            self.severities = severities
            self.invocationID = invocationID
            self.fileID = fileID
        }

        var query: Query {
            var query: Query = ["view": view?.rawValue]
            query.add("type", types)
            query.add("category", categories)
            query.add("severity", severities)
            query.add("invocationId", invocationID)
            query.add("fileId", fileID?.rawValue)
            return query
        }
    }
}
