/// One page of a list.
public struct Page<Element: Sendable>: Sendable {
    public let items: [Element]
    /// Whether more items follow the last one now.
    public let hasMore: Bool

    public init(items: [Element], hasMore: Bool) {
        self.items = items
        self.hasMore = hasMore
    }
}

/// Which part of a list of nouns is wanted. Newest first: by falling id, as ids are time-ordered.
public struct PageRequest<ID: Sendable>: Sendable {
    /// Only items with an id below this one.
    public let before: ID?
    /// At most that many items, 1 to 200.
    public let limit: Int

    public init(before: ID? = nil, limit: Int = 50) {
        self.before = before
        self.limit = limit
    }
}
