/// The id of one noun: a UUID that cannot be mistaken for the id of another noun.
public struct Identifier<Noun>: Hashable, Sendable, Comparable, LosslessStringConvertible {
    public let uuid: UUIDv7

    public init(_ uuid: UUIDv7 = UUIDv7()) { self.uuid = uuid }

    /// Nil when the text is no UUID.
    public init?(_ text: String) {
        guard let uuid = UUIDv7(text) else { return nil }
        self.uuid = uuid
    }

    public var description: String { uuid.description }

    public static func < (left: Self, right: Self) -> Bool { left.uuid < right.uuid }
}

public typealias SpaceID = Identifier<Space>
public typealias RuntimeID = Identifier<Runtime>
public typealias RunID = Identifier<Run>
public typealias APIKeyID = Identifier<APIKey>
public typealias LeaseID = Identifier<Lease>
public typealias HumanActionID = Identifier<HumanAction>
