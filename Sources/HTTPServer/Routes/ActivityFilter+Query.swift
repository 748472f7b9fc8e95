import API
import Model
import Store

extension ActivityFilter: QueryFilter {
    /// The parameters `view`, `type`, `category`, `severity`, `invocationId` and `fileId`.
    init(_ query: QueryReader) throws(APIError) {
        self.init(
            view: try query.choice("view") ?? .normal,
            types: try query.typeNames("type"),
            categories: try query.choices("category"),
            severities: try query.choices("severity"),
            invocationID: try query.label("invocationId"),
            fileID: try query.uuid("fileId")
        )
    }
}

extension QueryReader {
    /// Types of activity: free text of dots, lower-case letters and underscores, at most 32 of at most 64 characters.
    func typeNames(_ name: String) throws(APIError) -> Set<String> {
        let names = Set(texts(name))
        let isRight = names.allSatisfy { text in
            text.utf8.count <= 64
                && text.utf8.allSatisfy { byte in
                    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
                        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                }
        }
        guard isRight, names.count <= 32 else {
            throw .invalid(name, "must be types such as `browser.click`, at most 32.")
        }
        return names
    }

    /// A UUID in its usual text.
    func uuid(_ name: String) throws(APIError) -> String? {
        guard let text = try text(name) else { return nil }
        guard let uuid = UUIDv7(text) else { throw .invalid(name, "must be a UUID.") }
        return uuid.description
    }
}
