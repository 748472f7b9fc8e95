import JSON

extension Martlet {
    /// One page of a list.
    public struct Page<Item: Sendable>: Sendable {
        public let items: [Item]
        /// The `cursor` of the next page; nil at the end.
        public let nextCursor: String?
        /// The page as the server sent it.
        public let json: JSON
    }

    /// All items of a list, fetched page by page as they are read. One page is in memory at a time.
    ///
    /// Each iteration asks anew. For the record of an active run it ends at the present end; a stream goes on.
    public struct Pages<Item: Sendable>: AsyncSequence, Sendable {
        public typealias Element = Item
        let fetch: @Sendable (_ cursor: String?) async throws -> Page<Item>

        public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(fetch: fetch) }

        public struct AsyncIterator: AsyncIteratorProtocol {
            let fetch: @Sendable (_ cursor: String?) async throws -> Page<Item>
            private var items: ArraySlice<Item> = []
            private var cursor: String?
            private var isAtEnd = false

            init(fetch: @escaping @Sendable (_ cursor: String?) async throws -> Page<Item>) { self.fetch = fetch }

            /// The next item, in the caller's isolation: one that is here already costs no change of threads, which for a run of a million
            /// events is most of the time.
            public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Item? {
                while items.isEmpty, !isAtEnd {
                    let page = try await fetch(cursor)
                    items = page.items[...]
                    isAtEnd = page.nextCursor == nil || page.nextCursor == cursor
                    cursor = page.nextCursor
                }
                return items.popFirst()
            }
        }

        /// All items, in memory.
        /// - Parameter limit: at most so many; nil: however many there are.
        public func collect(limit: Int? = nil) async throws -> [Item] {
            var items: [Item] = []
            guard limit != 0 else { return [] }
            for try await item in self {
                items.append(item)
                if items.count == limit { break }
            }
            return items
        }
    }
}

extension Transport {
    /// One page of the list at a path.
    func page<Item: Resource>(
        _ noun: String,
        _ segments: [String],
        query: Query,
        cursor: String?,
        limit: Int?
    ) async throws -> Martlet.Page<Item> {
        var query = query
        query.add("cursor", cursor)
        query.add("limit", limit)
        let json = try await call(Request(method: .get, path: Path.v1(segments), query: query))
        guard let data = json["data"]?.arrayValue else {
            throw MartletError(.unexpectedAnswer, "The server sent a list of \(noun)s without `data`.")
        }
        let items = try data.map { try Item(Fields($0, noun)) }
        let next = json["nextCursor"]?.stringValue
        return Martlet.Page(items: items, nextCursor: next?.isEmpty == true ? nil : next, json: json)
    }

    /// The whole list, by pages of the largest size.
    func pages<Item: Resource>(_ noun: String, _ segments: [String], query: Query) -> Martlet.Pages<Item> {
        Martlet.Pages { cursor in try await page(noun, segments, query: query, cursor: cursor, limit: Self.pageSize) }
    }

    /// What servers of this API give at most.
    private static let pageSize = 200
}
