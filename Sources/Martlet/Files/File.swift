public import JSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Martlet {
    /// Bytes that went into a run or came out of it.
    public struct File: Resource, Identifiable {
        public let id: FileID
        public let spaceID: SpaceID
        public let runID: RunID?
        public let runtimeID: RuntimeID?
        public let name: String
        /// Relative, in the space's store.
        public let path: String
        /// `download`, `screenshot`, `export`, ...: open.
        public let type: String?
        public let source: FileSource
        public let contentType: String
        public let sizeInBytes: Int
        public let createdAt: Date
        public let expiresAt: Date?
        /// Needs the API key.
        public let downloadURL: String
        public let metadata: JSONObject?
        public let json: JSONObject

        init(_ fields: Fields) throws {
            id = try fields.id("id")
            spaceID = try fields.id("spaceId")
            runID = fields.optionalID("runId")
            runtimeID = fields.optionalID("runtimeId")
            name = try fields.text("name")
            path = fields.optionalText("path") ?? ""
            type = fields.optionalText("type")
            source = fields.optionalValue("source") ?? .upload
            contentType = fields.optionalText("contentType") ?? "application/octet-stream"
            sizeInBytes = fields.integer("sizeBytes") ?? 0
            createdAt = try fields.date("createdAt")
            expiresAt = fields.optionalDate("expiresAt")
            downloadURL = fields.optionalText("downloadUrl") ?? ""
            metadata = fields.object("metadata")
            json = fields.object
        }
    }

    /// Where a file came from.
    public struct FileSource: OpenValue {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public static let upload: FileSource = "upload"
        public static let runtime: FileSource = "runtime"
    }

    /// A file that was put into a runtime's workspace.
    public struct StagedFile: Resource {
        public let id: String
        public let runtimeID: RuntimeID
        public let name: String
        /// Relative to the workspace.
        public let runtimePath: String
        public let sizeInBytes: Int
        public let expiresAt: Date?
        public let json: JSONObject

        init(_ fields: Fields) throws {
            id = try fields.text("id")
            runtimeID = try fields.id("runtimeId")
            name = try fields.text("name")
            runtimePath = try fields.text("runtimePath")
            sizeInBytes = fields.integer("sizeBytes") ?? 0
            expiresAt = fields.optionalDate("expiresAt")
            json = fields.object
        }
    }

    /// Which files: those that match every part that is set.
    public struct FileFilter: Sendable {
        public var spaceID: SpaceID?
        public var source: FileSource?
        public var path: String?
        /// Files whose path begins so.
        public var prefix: String?
        /// Searches names.
        public var search: String?
        public var runID: RunID?
        public var runtimeID: RuntimeID?
        public var types: [String]
        public var createdAfter: Date?

        public init(
            spaceID: SpaceID? = nil,
            source: FileSource? = nil,
            path: String? = nil,
            prefix: String? = nil,
            search: String? = nil,
            runID: RunID? = nil,
            runtimeID: RuntimeID? = nil,
            types: [String] = [],
            createdAfter: Date? = nil
        ) {
            self.spaceID = spaceID
            self.source = source
            self.path = path
            self.prefix = prefix
            self.search = search
            self.runID = runID
            self.runtimeID = runtimeID
            self.types = types
            self.createdAfter = createdAfter
        }

        var query: Query {
            var query: Query = [
                "spaceId": spaceID?.rawValue, "source": source?.rawValue, "path": path, "prefix": prefix, "q": search,
                "runId": runID?.rawValue, "runtimeId": runtimeID?.rawValue,
            ]
            query.add("type", types)
            query.add(
                "createdAfter",
                createdAfter?.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
            )
            return query
        }
    }
}
