public import Glibc
public import Model

/// A folder that a browser may write, so that nothing in it can be trusted: names may change or become links at any moment.
///
/// Paths are walked one component at a time, each opened from the one before without following links (openat(2), `O_NOFOLLOW`), so
/// that they never lead out.
public struct Workspace: Sendable {
    public let path: String
    private let user: uid_t?
    private let group: gid_t?

    /// - Parameters:
    ///   - path: absolute.
    ///   - user: whom files in it belong to; nil: the server's user.
    public init(path: String, user: uid_t?, group: gid_t?) {
        self.path = path
        self.user = user
        self.group = group
    }

    /// Opens a regular file of the browser's or of the server's.
    /// - Throws: `missing`; `refused` for links, folders, devices, pipes, sockets, files of others.
    public func open(_ path: FilePath) async throws(BlobError) -> SourceFile {
        try await FileThreads.run { [self] () throws(BlobError) in
            let folder = try folder(of: path, making: false)
            let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
            let file = openat(folder.descriptor, path.name.text, flags)
            guard file >= 0 else { throw BlobError(errno: errno, "The file cannot be opened") }
            return try SourceFile(descriptor: file, owners: Set([geteuid(), user ?? geteuid()]))
        }
    }

    /// Whether something has the path.
    public func has(_ path: FilePath) async -> Bool {
        await FileThreads.run { [self] in
            guard let folder = try? folder(of: path, making: false) else { return false }
            return faccessat(folder.descriptor, path.name.text, F_OK, AT_SYMLINK_NOFOLLOW) == 0
        }
    }

    /// Puts bytes at a path, whole or not at all, with the folders above it. What has the path already is replaced, a folder is not.
    /// - Throws: `refused` when a link or no folder is in the way; `full`; `unavailable`.
    public func write(_ reader: any BlobReader, to path: FilePath) async throws(BlobError) {
        let file = try await FileThreads.run { [self] () throws(BlobError) in
            try WorkspaceFile(in: try folder(of: path, making: true), user: user, group: group)
        }
        while let bytes = try await reader.next() {
            try await FileThreads.run { () throws(BlobError) in try file.write(bytes) }
        }
        try await FileThreads.run { () throws(BlobError) in try file.rename(to: path.name) }
    }

    private func folder(of path: FilePath, making: Bool) throws(BlobError) -> OpenFolder {
        var folder = try OpenFolder(self.path)
        for segment in path.segments.dropLast() {
            folder = try folder.below(segment, making: making, user: user, group: group)
        }
        return folder
    }
}
