import Glibc

/// The folders of recordings.
public enum RecordingFolder {
    /// Whether there is a recording. Looks at the disk for a moment.
    public static func exists(_ folder: String) -> Bool { LogFile.exists(folder + "/" + RecordingFormat.journal) }

    /// The names in a folder of recordings; none when it is not there.
    public static func names(in folder: String) async -> [String] {
        await withCheckedContinuation { done in
            FileLane.reader(of: folder).add { done.resume(returning: list(folder)) }
        }
    }

    /// How many bytes a recording has on the disk.
    public static func size(of folder: String) async -> Int64 {
        await withCheckedContinuation { done in
            FileLane.reader(of: folder).add {
                let sizes = list(folder).map { name in
                    var status = stat()
                    return stat(folder + "/" + name, &status) == 0 ? Int64(status.st_size) : 0
                }
                done.resume(returning: sizes.reduce(0, +))
            }
        }
    }

    /// Deletes a recording with all its files. One that is not there counts as deleted.
    /// - Throws: ``FrameLogError`` `unavailable`; a retry is safe.
    public static func remove(_ folder: String) async throws(FrameLogError) {
        try await FileLane.reader(of: folder).run { () throws(FrameLogError) in
            // The journal first: without it there is no recording, whatever comes between.
            let names = list(folder).sorted { left, _ in left == RecordingFormat.journal }
            for name in names {
                guard unlink(folder + "/" + name) == 0 || errno == ENOENT else { throw LogFile.error(folder) }
            }
            guard rmdir(folder) == 0 || errno == ENOENT else { throw LogFile.error(folder) }
        }
    }

    static func list(_ folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
