public import Model

extension QueryReader {
    public static let defaultPageSize = 50
    public static let maximumPageSize = 200

    /// How many items a page may have: 50 unless asked otherwise, never more than 200.
    /// - Throws: 400 for a number below 1 or no number.
    public func pageSize() throws(APIError) -> Int {
        min(try count("limit") ?? Self.defaultPageSize, Self.maximumPageSize)
    }

    /// A whole number from 1 on; numbers too large to hold count as the largest one.
    public func count(_ name: String) throws(APIError) -> Int? {
        guard let text = try text(name) else { return nil }
        let digits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard digits, !text.isEmpty else { throw .invalid(name, "must be a whole number, 1 or more.") }
        let count = Int(text) ?? .max
        guard count >= 1 else { throw .invalid(name, "must be 1 or more.") }
        return count
    }

    /// The cursor of a list of nouns, which is the last id of the page before. An empty one counts as none.
    public func cursor<Noun>(of noun: Noun.Type = Noun.self) throws(APIError) -> Identifier<Noun>? {
        guard let text = try text("cursor"), !text.isEmpty else { return nil }
        guard let id = Identifier<Noun>(text) else { throw Self.invalidCursor }
        return id
    }

    public static let invalidCursor = APIError.invalid("cursor", "must be a `nextCursor` of this list.")

    /// - Throws: 400 when the text is no UUID.
    public func id<Noun>(_ name: String, of noun: Noun.Type = Noun.self) throws(APIError) -> Identifier<Noun>? {
        guard let text = try text(name) else { return nil }
        guard let id = Identifier<Noun>(text) else { throw .invalid(name, "must be a UUID.") }
        return id
    }

    /// A space by its id or the word `default`.
    public func space(_ name: String) throws(APIError) -> SpaceReference? {
        guard let text = try text(name) else { return nil }
        guard let space = SpaceReference(text) else { throw .invalid(name, "must be `default` or a UUID.") }
        return space
    }
}
