import Glibc
public import Model

extension DiskBlobStore {
    public func sweep(
        referenced: @Sendable ([SHA256Digest]) async throws -> Set<SHA256Digest>
    ) async throws -> Int64 {
        var freed = try await FileThreads.run { [folder] () throws(BlobError) in
            try Self.names(in: "\(folder)/unfinished").reduce(0) { $0 + Self.delete("\(folder)/unfinished/\($1)") }
        }
        for number in 0..<256 {
            let group = Self.group(UInt8(number))
            let names = try await FileThreads.run { [folder] () throws(BlobError) in
                try Self.names(in: "\(folder)/blobs/\(group)")
            }
            freed += try await sweep(names.compactMap { SHA256Digest(group + $0) }, referenced)
        }
        return freed
    }

    private func sweep(
        _ digests: [SHA256Digest],
        _ referenced: @Sendable ([SHA256Digest]) async throws -> Set<SHA256Digest>
    ) async throws -> Int64 {
        var freed: Int64 = 0
        for start in stride(from: 0, to: digests.count, by: 1000) {
            let some = Array(digests[start..<min(start + 1000, digests.count)])
            let lost = Set(some).subtracting(try await referenced(some))
            freed += await FileThreads.run { [self] in lost.reduce(0) { $0 + Self.delete(path($1)) } }
        }
        return freed
    }

    private static func names(in folder: String) throws(BlobError) -> [String] {
        guard let list = opendir(folder) else { throw BlobError(errno: errno, "The folder \(folder) cannot be read") }
        defer { closedir(list) }
        var names: [String] = []
        while let entry = readdir(list) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// - Returns: how many bytes that freed.
    private static func delete(_ path: String) -> Int64 {
        var status = stat()
        guard lstat(path, &status) == 0, unlink(path) == 0 else { return 0 }
        return Int64(status.st_size)
    }
}
