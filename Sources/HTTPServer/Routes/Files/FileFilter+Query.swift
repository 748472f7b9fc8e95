import API
import Model
import Store

extension FileFilter {
    /// The parameters of the lists of files, but for `spaceId` and `include`.
    init(_ query: QueryReader) throws(APIError) {
        self.init()
        source = try query.choice("source")
        path = try query.text("path")
        prefix = try query.text("prefix")
        nameContains = try query.text("q")
        runID = try query.id("runId")
        runtimeID = try query.id("runtimeId")
        types = Set(query.texts("type"))
        createdAfter = try query.time("createdAfter")
    }

    /// Only what lies directly in the folder that the prefix names.
    mutating func beDirectlyBelow() {
        isDirectlyBelowPrefix = true
        if let prefix, !prefix.isEmpty, !prefix.hasSuffix("/") { self.prefix = prefix + "/" }
    }
}

extension QueryReader {
    fileprivate func time(_ name: String) throws(APIError) -> Timestamp? {
        guard let text = try text(name) else { return nil }
        guard let time = Timestamp(rfc3339: text) else {
            throw .invalid(name, "must be a time such as `2026-05-16T00:00:00Z`.")
        }
        return time
    }
}
