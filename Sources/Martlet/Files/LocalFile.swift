import NIOPosix
import Synchronization
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A file that is being written beside the one it will become. Its calls wait on threads of their own, not on those of tasks.
///
/// One writer at a time.
final class LocalFile: Sendable {
    /// Nil once it is closed: its number may then be another file's, or a connection's.
    private let descriptor: Mutex<SystemPackage.FileDescriptor?>
    private let path: FilePath

    private init(_ descriptor: SystemPackage.FileDescriptor, _ path: FilePath) {
        self.descriptor = Mutex(descriptor)
        self.path = path
    }

    /// A new, empty file in the folder of `path`, readable by others as far as the user's mask allows.
    static func create(beside path: String) async throws -> LocalFile {
        let name = path + ".part-" + UUID().uuidString.prefix(8).lowercased()
        return try await disk(path) {
            let descriptor = try SystemPackage.FileDescriptor.open(
                FilePath(name),
                .writeOnly,
                options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead, .otherRead]
            )
            return LocalFile(descriptor, FilePath(name))
        }
    }

    func append(_ bytes: [UInt8]) async throws {
        try await Self.disk(path.string) { [self] in
            try descriptor.withLock { descriptor in _ = try descriptor?.writeAll(bytes) }
        }
    }

    /// Gives it its name, in place of what had that name.
    func finish(as name: String) async throws {
        try await Self.disk(name) { [self] in
            try close()
            guard rename(path.string, name) == 0 else { throw Errno(rawValue: errno) }
        }
    }

    /// Removes it. In a task of its own: the usual reason is that the caller's was cancelled, and what is cancelled does no more work.
    func abandon() async {
        await Task {
            _ = try? await Self.disk(path.string) { [self] in
                try? close()
                unlink(path.string)
            }
        }.value
    }

    /// Once, also when it fails: the number is free then.
    private func close() throws {
        let open = descriptor.withLock { descriptor in
            defer { descriptor = nil }
            return descriptor
        }
        try open?.close()
    }

    /// Runs a call that may wait for the disk; its error says what path it was about.
    static func disk<Result: Sendable>(_ path: String, _ body: @escaping @Sendable () throws -> Result) async throws
        -> Result
    {
        do {
            return try await NIOThreadPool.singleton.runIfActive(body)
        } catch let error as Errno {
            throw MartletError(.localFile, "\(path): \(error).", cause: error)
        }
    }
}
