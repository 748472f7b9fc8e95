import Dispatch
import Foundation
import Glibc
public import Model
import Synchronization

/// Files that persons have uploaded for file fields of pages, beneath the run's own folder, with which they go.
///
/// The browser's user may read them. Writing happens on a queue of its own; callers wait without blocking a thread.
public final class UploadFolder: Sendable {
    /// Bytes of one file, and of all files of a run together.
    public static let fileLimit: Int64 = 256 * 1024 * 1024
    public static let runLimit: Int64 = 1024 * 1024 * 1024
    /// Files of a run.
    public static let countLimit = 500

    public enum Fault: Error, Sendable {
        case badName
        case tooLarge
        case tooMany
        case notWritten(String)
    }

    public struct Upload: Sendable, Equatable {
        public let id: String
        public let name: String
        public let sizeBytes: Int64
        let lease: LeaseID
        let path: String
    }

    private struct State {
        var uploads: [String: Upload] = [:]
        var size: Int64 = 0
        var underWay = 0
        var isRemoved = false
    }

    private let path: String
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "martlet.uploads")

    init(path: String) { self.path = path }

    /// Where an upload of this lease lies.
    func path(of id: String, lease: LeaseID) -> String? {
        state.withLock { $0.uploads[id].flatMap { $0.lease == lease ? $0.path : nil } }
    }

    /// Keeps a file.
    /// - Parameters:
    ///   - name: what the page shall see; a path in it is left out. At most 255 bytes.
    ///   - next: gives the next bytes; nil at the end.
    public func keep(
        _ name: String,
        of lease: LeaseID,
        next: () async throws -> [UInt8]?
    ) async throws -> Upload {
        guard let name = Self.clean(name) else { throw Fault.badName }
        guard begin() else { throw Fault.tooMany }
        defer { state.withLock { $0.underWay -= 1 } }
        let id = UUIDv7().description
        let folder = "\(path)/\(id)"
        let file = try await onQueue { [path] in try Self.open(path, folder, name) }
        var size: Int64 = 0
        do {
            while let bytes = try await next() {
                size += Int64(bytes.count)
                guard take(Int64(bytes.count)), size <= Self.fileLimit else { throw Fault.tooLarge }
                try await onQueue { try Self.write(bytes, to: file) }
            }
        } catch {
            give(back: size)
            try? await onQueue {
                _ = close(file)
                try? FileManager.default.removeItem(atPath: folder)
            }
            throw error
        }
        try await onQueue { _ = close(file) }
        let upload = Upload(id: id, name: name, sizeBytes: size, lease: lease, path: "\(folder)/\(name)")
        state.withLock { $0.uploads[id] = upload }
        return upload
    }

    /// The run has ended: nothing more is kept. The files go with the run's folder.
    func remove() { state.withLock { $0 = State(isRemoved: true) } }

    /// Whether one more file may come; it counts from now on.
    private func begin() -> Bool {
        state.withLock { state in
            guard state.uploads.count + state.underWay < Self.countLimit, !state.isRemoved else { return false }
            state.underWay += 1
            return true
        }
    }

    private func take(_ count: Int64) -> Bool {
        state.withLock { state in
            state.size += count
            return state.size <= Self.runLimit
        }
    }

    private func give(back count: Int64) { state.withLock { $0.size -= count } }

    private func onQueue<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }

    /// The modes are set by themselves: the server's umask may cut those of what is made, and the browser's user must read it.
    private static func open(_ root: String, _ folder: String, _ name: String) throws -> Int32 {
        guard mkdir(root, 0o711) == 0 || errno == EEXIST, mkdir(folder, 0o755) == 0 else { throw failure() }
        guard chmod(root, 0o711) == 0, chmod(folder, 0o755) == 0 else { throw failure() }
        let file = Glibc.open("\(folder)/\(name)", O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw failure() }
        guard fchmod(file, 0o644) == 0 else {
            defer { _ = close(file) }
            throw failure()
        }
        return file
    }

    private static func write(_ bytes: [UInt8], to file: Int32) throws {
        var offset = 0
        while offset < bytes.count {
            let count = bytes[offset...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { throw failure() }
            offset += max(0, count)
        }
    }

    private static func failure() -> Fault { .notWritten(String(cString: strerror(errno))) }

    /// The last part of a name without what no file may be called; nil when nothing is left.
    static func clean(_ name: String) -> String? {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let scalars = last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
        let clean = String(String.UnicodeScalarView(scalars))
        return clean.isEmpty || clean == "." || clean == ".." || clean.utf8.count > 255 ? nil : clean
    }
}
