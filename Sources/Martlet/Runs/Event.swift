public import JSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Martlet {
    /// One immutable fact of a run.
    public struct Event: RecordRow, Identifiable {
        /// Good as a cursor: what follows it can be asked for.
        public let id: EventID
        /// The event's number in its run, from 1 without gaps; nil from servers that do not number.
        public let number: Int?
        public let type: EventType
        public let time: Date
        public let status: EventStatus?
        /// A short label: method and path, console text, page title.
        public let name: String?
        public let pageID: TargetID?
        public let contextID: String?
        public let duration: Duration?
        /// What belongs to the type: `url`, `statusCode`, `text`, ...
        public let data: JSONObject
        /// All that the server sent.
        public let json: JSONObject

        init(_ fields: Fields) throws {
            id = try fields.id("id")
            number = fields.integer("seq")
            type = try fields.value("type")
            time = try fields.date("time")
            status = fields.optionalValue("status")
            name = fields.optionalText("name")
            pageID = fields.optionalID("pageId")
            contextID = fields.optionalText("contextId")
            duration = fields.duration("durationSeconds")
            data = fields.object("data") ?? [:]
            json = fields.object
        }

        static let frameName = "run.event"
        static let noun = "event"
        var cursor: String { id.rawValue }
    }

    /// What happened.
    public struct EventType: OpenValue {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public static let runtimeLifecycle: EventType = "runtime.lifecycle"
        public static let navigation: EventType = "navigation"
        public static let networkRequest: EventType = "network.request"
        public static let networkResponse: EventType = "network.response"
        public static let networkFailed: EventType = "network.failed"
        public static let consoleMessage: EventType = "console.message"
        public static let pageError: EventType = "page.error"
        public static let pageCrash: EventType = "page.crash"
        public static let dialog: EventType = "dialog"
        public static let download: EventType = "download"
        /// A person took over, or gave back. Martlet's own.
        public static let control: EventType = "control"
        public static let captchaSolveStarted: EventType = "captcha.solve.started"
        public static let captchaSolveSucceeded: EventType = "captcha.solve.succeeded"
        public static let captchaSolveFailed: EventType = "captcha.solve.failed"
    }

    /// How far what happened has come.
    public struct EventStatus: OpenValue {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public static let started: EventStatus = "started"
        public static let stopped: EventStatus = "stopped"
        public static let failed: EventStatus = "failed"
        public static let finished: EventStatus = "finished"
        public static let received: EventStatus = "received"
    }

    /// Which events of a run: those that match every part that is set.
    public struct EventFilter: RecordFilter {
        public var types: [EventType]
        public var statuses: [EventStatus]
        public var pageID: TargetID?
        public var contextID: String?

        public init(
            types: [EventType] = [],
            statuses: [EventStatus] = [],
            pageID: TargetID? = nil,
            contextID: String? = nil
        ) {
            self.types = types
            self.statuses = statuses
            self.pageID = pageID
            self.contextID = contextID
        }

        var query: Query {
            var query: Query = [:]
            query.add("type", types)
            query.add("status", statuses)
            query.add("pageId", pageID?.rawValue)
            query.add("contextId", contextID)
            return query
        }
    }
}
