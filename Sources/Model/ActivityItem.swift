/// What part of the system a step of a run's activity belongs to.
public enum ActivityCategory: String, Sendable, CaseIterable {
    case runtime, browser, network, console, file, invocation, tool, captcha, agent, llm, system
}

public enum ActivitySeverity: String, Sendable, CaseIterable { case info, warning, error }

/// How much of a run's activity a reader wants to see.
public enum ActivityView: String, Sendable, CaseIterable {
    /// The steps that a person would tell.
    case normal
    /// Also rows for those who look for a fault.
    case debug
}

public typealias ActivityID = NumberedID<ActivityItem>

/// One settled step of a run's activity, numbered from 1 without gaps, in its final text. It never changes.
public struct ActivityItem: NumberedRow, Sendable, Equatable {
    public static var idMark: UInt64 { 1 }

    public let id: ActivityID
    /// Such as `browser.click`.
    public let type: String
    public let category: ActivityCategory
    public let severity: ActivitySeverity
    /// The least view that shows it.
    public let view: ActivityView
    public let invocationID: String?
    public let fileID: String?
    public let json: [UInt8]

    public init(
        id: ActivityID,
        type: String,
        category: ActivityCategory,
        severity: ActivitySeverity,
        view: ActivityView,
        invocationID: String? = nil,
        fileID: String? = nil,
        json: [UInt8]
    ) {
        self.id = id
        self.type = type
        self.category = category
        self.severity = severity
        self.view = view
        self.invocationID = invocationID
        self.fileID = fileID
        self.json = json
    }
}
