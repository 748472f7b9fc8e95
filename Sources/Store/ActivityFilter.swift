public import Model

/// Which rows of a run's activity are wanted. Empty sets: any.
public struct ActivityFilter: RecordFilter {
    public static let everything = ActivityFilter(view: .debug)

    public var view: ActivityView
    public var types: Set<String>
    public var categories: Set<ActivityCategory>
    public var severities: Set<ActivitySeverity>
    public var invocationID: String?
    public var fileID: String?

    public init(
        view: ActivityView = .normal,
        types: Set<String> = [],
        categories: Set<ActivityCategory> = [],
        severities: Set<ActivitySeverity> = [],
        invocationID: String? = nil,
        fileID: String? = nil
    ) {
        self.view = view
        self.types = types
        self.categories = categories
        self.severities = severities
        self.invocationID = invocationID
        self.fileID = fileID
    }

    public func matches(_ item: ActivityItem) -> Bool {
        (view == .debug || item.view == .normal)
            && (types.isEmpty || types.contains(item.type))
            && (categories.isEmpty || categories.contains(item.category))
            && (severities.isEmpty || severities.contains(item.severity))
            && (invocationID == nil || invocationID == item.invocationID)
            && (fileID == nil || fileID == item.fileID)
    }
}

extension ActivityItem: RecordRow {
    public typealias Filter = ActivityFilter
}
