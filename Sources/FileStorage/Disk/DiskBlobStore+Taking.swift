import Glibc

extension DiskBlobStore {
    /// Takes the file's own bytes over where that is safe: they get a second name (link(2)) and are written to the disk once, by whoever
    /// wrote them. Else they are copied.
    public func temporary(from source: SourceFile, closing: Bool) async throws(BlobError) -> any BlobWriter {
        guard closing, let file = try await taken(source) else { return try await temporary(from: source) }
        while try await FileThreads.run({ () throws(BlobError) in try file.hash(pieceOf: Self.hashedInBytes) }) {}
        return DiskBlobWriter(file)
    }

    private static let hashedInBytes = 4 * 1024 * 1024

    /// Nil when somebody could still write the file, or it lies on another file system.
    private func taken(_ source: SourceFile) async throws(BlobError) -> UnfinishedBlob? {
        await FileThreads.run { [self] () -> UnfinishedBlob? in
            guard source.closeToWriters() else { return nil }
            return try? UnfinishedBlob(linking: source, in: self)
        }
    }
}

extension SourceFile {
    /// Makes the file ours alone and read-only. False when it cannot be, has another name, or is still open for writing somewhere.
    ///
    /// A read lease (fcntl(2), `F_SETLEASE`) is given only while nobody has the file open or mapped for writing, and nobody can open it
    /// so afterwards.
    fileprivate func closeToWriters() -> Bool {
        guard hasOneName else { return false }
        if owner != geteuid(), fchown(descriptor, geteuid(), getegid()) != 0 { return false }
        guard fchmod(descriptor, 0o400) == 0 else { return false }
        // A lease that is broken is told by a signal; this one is ignored where the usual one would end the process.
        guard fcntl(descriptor, Self.setSignal, SIGURG) == 0 else { return false }
        guard fcntl(descriptor, Self.setLease, Int32(F_RDLCK)) == 0 else { return false }
        return fcntl(descriptor, Self.setLease, Int32(F_UNLCK)) == 0
    }

    /// Whoever has the other name may do with the file as they like.
    private var hasOneName: Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_nlink == 1
    }

    /// `F_SETLEASE` and `F_SETSIG` of Linux, which Glibc shows to GNU sources only.
    private static var setLease: Int32 { 1024 }
    private static var setSignal: Int32 { 10 }
}
