import FileStorage
import FrameLog
import Glibc

/// The files of a recording, as its writer left them.
enum RecordingFiles {
    /// The names in the order in which they can be copied while they grow: the journal, the indexes, then the pictures that they tell of.
    /// None when nothing was recorded.
    static func names(in folder: String) async -> [String] {
        let names = await RecordingFolder.names(in: folder).filter { rank($0) != nil }
        return names.sorted { (rank($0) ?? 0, $0) < (rank($1) ?? 0, $1) }
    }

    private static func rank(_ name: String) -> Int? {
        if name == "journal" { return 0 }
        if name.hasPrefix("index-") { return 1 }
        return name.hasPrefix("frames-") ? 2 : nil
    }

    /// Nil when it was deleted meanwhile, as old recordings are.
    static func open(_ folder: String, _ name: String) async throws(BlobError) -> SourceFile? {
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
