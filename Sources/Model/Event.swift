public import JSON

/// What happened: the thirteen types of the contract, and one of ours.
public enum EventType: String, Sendable, CaseIterable {
    case runtimeLifecycle = "runtime.lifecycle"
    case navigation
    case networkRequest = "network.request"
    case networkResponse = "network.response"
    case networkFailed = "network.failed"
    case consoleMessage = "console.message"
    case pageError = "page.error"
    case pageCrash = "page.crash"
    case dialog
    case download
    case captchaSolveStarted = "captcha.solve.started"
    case captchaSolveSucceeded = "captcha.solve.succeeded"
    case captchaSolveFailed = "captcha.solve.failed"
    /// Ours: control of the browser went to a person (`started`) or back to the agent (`finished`).
    case control
}

public enum EventStatus: String, Sendable, CaseIterable { case started, stopped, failed, finished, received }

/// An event before it has a number: what the recorder made of the browser's traffic, already redacted and cut.
public struct EventDraft: Sendable, Equatable {
    public var type: EventType
    public var status: EventStatus?
    /// The browser's time.
    public var time: Timestamp
    /// A short label: method and path, console text, page title. At most 200 characters.
    public var name: String?
    public var pageID: String?
    public var contextID: String?
    public var durationSeconds: Double?
    public var data: JSONObject

    public init(
        type: EventType,
        status: EventStatus?,
        time: Timestamp,
        name: String? = nil,
        pageID: String? = nil,
        contextID: String? = nil,
        durationSeconds: Double? = nil,
        data: JSONObject = [:]
    ) {
        self.type = type
        self.status = status
        self.time = time
        self.name = name
        self.pageID = pageID
        self.contextID = contextID
        self.durationSeconds = durationSeconds
        self.data = data
    }
}

/// One immutable fact of a run, numbered from 1 without gaps, in its final text.
public struct Event: NumberedRow, Sendable, Equatable {
    public static var idMark: UInt64 { 0 }

    public let id: EventID
    public let type: EventType
    public let status: EventStatus?
    public let pageID: String?
    public let contextID: String?
    /// The whole wire object (`{"id":...}`) as UTF-8: lists and streams copy it, nothing renders it again.
    public let json: [UInt8]

    public init(
        id: EventID,
        type: EventType,
        status: EventStatus?,
        pageID: String?,
        contextID: String?,
        json: [UInt8]
    ) {
        self.id = id
        self.type = type
        self.status = status
        self.pageID = pageID
        self.contextID = contextID
        self.json = json
    }
}
