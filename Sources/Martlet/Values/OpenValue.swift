extension Martlet {
    /// A value of a list that may grow: the names that this version of the SDK knows are static members, and others come through as they are.
    public protocol OpenValue: RawRepresentable<String>, Sendable, Hashable, ExpressibleByStringLiteral,
        CustomStringConvertible
    {
        init(rawValue: String)
    }
}

extension Martlet.OpenValue {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
    public var description: String { rawValue }
}
