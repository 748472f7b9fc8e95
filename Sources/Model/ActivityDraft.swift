public import JSON

/// A settled step before it has an id: what ``ActivityItem`` is rendered from.
public struct ActivityDraft: Sendable, Equatable {
    public var type: String
    public var category: ActivityCategory
    public var severity: ActivitySeverity = .info
    public var view: ActivityView = .normal
    /// When the step began.
    public var time: Timestamp
    /// A sentence in plain English that stands alone.
    public var message: String
    public var status: String?
    public var durationSeconds: Double?
    public var parent: ActivityID?
    public var invocationID: String?
    public var toolCallID: String?
    /// The kept file that the step is about.
    public var fileID: String?
    public var data: JSONObject

    public init(
        type: String,
        category: ActivityCategory,
        time: Timestamp,
        message: String,
        data: JSONObject = [:]
    ) {
        self.type = type
        self.category = category
        self.time = time
        self.message = message
        self.data = data
    }
}

extension ActivityItem {
    /// Gives a draft its id and its final text.
    public init(_ draft: ActivityDraft, id: ActivityID) {
        self.init(
            id: id,
            type: draft.type,
            category: draft.category,
            severity: draft.severity,
            view: draft.view,
            invocationID: draft.invocationID,
            fileID: draft.fileID,
            json: draft.rendered(id: id)
        )
    }
}

extension ActivityDraft {
    fileprivate func rendered(id: ActivityID) -> [UInt8] {
        var members: [(name: String, value: JSON)] = [
            ("id", .string(id.description)), ("seq", .integer(id.number)), ("type", .string(type)),
            ("time", .string(time.description)), ("message", .string(message)),
            ("category", .string(category.rawValue)), ("severity", .string(severity.rawValue)),
        ]
        if let status { members.append(("status", .string(status))) }
        if let durationSeconds { members.append(("durationSeconds", .number(durationSeconds))) }
        if let parent { members.append(("parentId", .string(parent.description))) }
        for (name, value) in [("invocationId", invocationID), ("toolCallId", toolCallID), ("fileId", fileID)] {
            if let value { members.append((name, .string(value))) }
        }
        members.append(("data", .object(data)))
        var writer = JSONWriter(capacity: 512)
        writer.write(JSONObject(uniqueMembers: members))
        return writer.bytes
    }
}
