import Archive
import FileStorage
import Model
import NIOCore
import Store

extension RunExport {
    private typealias Content = (first: ByteBuffer?, rest: any BlobReader)

    /// A file whose first piece is read, or that was deleted meanwhile.
    private struct Opened: Sendable {
        let file: File
        let content: Content?
    }

    /// So many files are opened ahead of the one that is written.
    private static var ahead: Int { 8 }

    /// Adds the run's files below `files/`, oldest first.
    mutating func addFiles() async throws {
        var names = ZIPNames()
        let list = try await list()
        var opening: [Task<Opened, any Error>] = []
        var next = 0
        defer { opening.forEach { $0.cancel() } }
        while next < list.count || !opening.isEmpty {
            while opening.count < Self.ahead, next < list.count {
                opening.append(Self.open(list[next], files))
                next += 1
            }
            try await add(opening.removeFirst().value, &names)
            try check()
        }
    }

    private mutating func add(_ opened: Opened, _ names: inout ZIPNames) async throws {
        let file = opened.file
        guard let content = opened.content else { return manifest.leave(file) }
        let name = names.add("files/\(file.name)")
        let entry = ZIPEntry(
            name: name,
            modifiedAtMs: file.createdAt.milliseconds,
            size: UInt64(file.sizeInBytes)
        )
        try await archive.store(entry, first: content.first, rest: content.rest)
        manifest.add(file, as: name)
    }

    private static func open(_ file: File, _ files: Files) -> Task<Opened, any Error> {
        Task { try await Opened(file: file, content: content(of: file, files)) }
    }

    private static func content(of file: File, _ files: Files) async throws -> Content? {
        switch await read(file, files.blobs) {
        case .success(let content): return content
        case .failure(let error):
            // Bytes go only with their row: a file whose row is still there has lost them, which no archive may hide.
            if error.code == .missing, try await isGone(file, files.store) { return nil }
            throw error
        }
    }

    private static func isGone(_ file: File, _ store: any Store) async throws -> Bool {
        try await store.file(file.id) == nil
    }

    private static func read(_ file: File, _ blobs: any BlobStore) async -> Result<Content, BlobError> {
        do throws(BlobError) {
            let reader = try await blobs.read(file.digest, range: nil)
            return .success((try await reader.next(), reader))
        } catch {
            return .failure(error)
        }
    }

    private func list() async throws -> [File] {
        var filter = FileFilter()
        filter.runID = run.id
        filter.types = request.types
        var found: [File] = []
        var page = PageRequest<FileID>(limit: 200)
        while true {
            let files = try await store.files(filter, page)
            found += files.items.filter { $0.type != RunExports.type }
            guard files.hasMore, let last = files.items.last else { return found.reversed() }
            guard found.count <= RunExports.maximumFiles else { throw ControlPlaneError.tooManyFiles }
            page = PageRequest(before: last.id, limit: 200)
        }
    }
}
