import FileStorage
import FrameLog
import Glibc

/// The files of a recording, open: what is removed meanwhile, as when a log becomes an archive, can still be copied.
struct RecordingFiles: Sendable {
    /// In the order in which they can be copied while they grow: the journal, the indexes, then the pictures that they tell of.
    let files: [(name: String, file: SourceFile)]

    /// None when nothing was recorded, or it was deleted.
    init(in folder: String) async throws(BlobError) {
        // A log becomes an archive once.
        for _ in 0..<2 {
            guard let isArchive = await Self.isArchive(folder) else { break }
            let files = try await Self.open(folder, isArchive)
            guard await Self.isArchive(folder) != isArchive else {
                self.files = files
                return
            }
        }
        files = []
    }

    private static func open(_ folder: String, _ isArchive: Bool) async throws(BlobError) -> [(String, SourceFile)] {
        var files: [(String, SourceFile)] = []
        for name in await names(in: folder, isArchive) {
            if let file = try await open(folder, name) { files.append((name, file)) }
        }
        return files
    }

    /// Nil when there is no recording that can be read.
    private static func isArchive(_ folder: String) async -> Bool? {
        await FileThreads.run { try? LogArchive.isDone(folder) }
    }

    private static func names(in folder: String, _ isArchive: Bool) async -> [String] {
        let names = await RecordingFolder.names(in: folder).filter { rank($0, isArchive) != nil }
        return names.sorted { (rank($0, isArchive) ?? 0, $0) < (rank($1, isArchive) ?? 0, $1) }
    }

    private static func rank(_ name: String, _ isArchive: Bool) -> Int? {
        let kinds = isArchive ? ["index-", "pictures-", "groups-", "video-"] : ["index-", "frames-"]
        if name == "journal" { return 0 }
        return kinds.firstIndex { name.hasPrefix($0) }.map { $0 + 1 }
    }

    /// Nil when it was deleted meanwhile, as old recordings are.
    private static func open(_ folder: String, _ name: String) async throws(BlobError) -> SourceFile? {
        do throws(BlobError) {
            return try await FileThreads.run { () throws(BlobError) in
                try SourceFile(path: "\(folder)/\(name)", owners: [geteuid()])
            }
        } catch {
            guard error.code != .missing else { return nil }
            throw error
        }
    }
}
