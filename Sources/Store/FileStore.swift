public import Model

/// Which files are wanted. Nil and empty: any.
public struct FileFilter: Sendable, Equatable {
    public var namespace: String?
    public var source: File.Source?
    /// The whole path.
    public var path: String?
    /// The begin of the path.
    public var prefix: String?
    /// Only those directly below the folder that ``prefix`` names, with its slash, if any.
    public var isDirectlyBelowPrefix = false
    /// Part of the name, whatever the case of its ASCII letters.
    public var nameContains: String?
    public var runID: RunID?
    public var runtimeID: RuntimeID?
    public var types: Set<String> = []
    /// Later than this.
    public var createdAfter: Timestamp?

    public init() {}
}

/// How many files something has, and their bytes. The same bytes in two files count twice.
public struct FileTotals: Sendable, Equatable {
    public let count: Int64
    public let bytes: Int64

    public init(count: Int64, bytes: Int64) {
        self.count = count
        self.bytes = bytes
    }
}

public protocol FileStore: Sendable {
    /// - Parameter quotaInBytes: how much the file's space may hold with it; nil: any.
    /// - Throws: `conflict` when the path is taken in the namespace, or the id exists; `quota`; `full`; `unavailable`.
    func insert(_ file: File, quotaInBytes: Int64?) async throws(StoreError)

    func file(_ id: FileID) async throws(StoreError) -> File?

    /// Newest first.
    func files(_ filter: FileFilter, _ page: PageRequest<FileID>) async throws(StoreError) -> Page<File>

    /// The folders directly below the one that the filter's prefix names, by name; at most `limit`. Of the filter all but
    /// `path` and `isDirectlyBelowPrefix` counts.
    func folders(_ filter: FileFilter, limit: Int) async throws(StoreError) -> [FileFolder]

    /// Whether a file of the namespace has the path.
    func hasPath(_ path: String, in namespace: String) async throws(StoreError) -> Bool

    /// Replaces name, metadata and event. - Throws: `notFound`.
    func update(_ file: File) async throws(StoreError)

    /// - Throws: `notFound`.
    func deleteFile(_ id: FileID) async throws(StoreError)

    /// Which of the digests (at most 1,000) some file has.
    func referenced(_ digests: [SHA256Digest]) async throws(StoreError) -> Set<SHA256Digest>

    func fileTotals(of space: SpaceID) async throws(StoreError) -> FileTotals
}
