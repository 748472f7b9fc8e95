extension Martlet {
    /// The id of a noun, opaque text; `"…"` is one, so a literal may stand where an id is asked for.
    ///
    /// Ids of different nouns are different types, so one cannot be taken for another.
    public struct ID<Noun>: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral, CustomStringConvertible,
        Codable
    {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public init(_ rawValue: String) { self.rawValue = rawValue }
        public init(stringLiteral value: String) { rawValue = value }
        public var description: String { rawValue }
    }

    public typealias SpaceID = ID<Space>
    public typealias RuntimeID = ID<Runtime>
    public typealias RunID = ID<Run>
    /// The browser's own id of a page (a CDP target id).
    public typealias TargetID = ID<Target>
    /// Good as a cursor.
    public typealias EventID = ID<Event>
    /// Good as a cursor.
    public typealias ActivityID = ID<ActivityItem>
    public typealias FileID = ID<File>
    public typealias APIKeyID = ID<APIKey>
    public typealias LeaseID = ID<Lease>
    public typealias HumanActionID = ID<HumanAction>
}

extension Martlet.SpaceID {
    /// The caller's default space.
    public static var defaultSpace: Self { "default" }
}

extension Martlet.ID: Comparable {
    /// By text, which for the record's ids is the order of the record.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
