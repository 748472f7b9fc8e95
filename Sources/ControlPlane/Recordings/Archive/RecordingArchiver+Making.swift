import FrameLog
import Logging
import Model
import VideoEncoding

extension RecordingArchiver {
    /// Makes one recording an archive, and frees its log. Broken off anywhere, it leaves a log or an archive.
    func make(_ id: RunID, _ encoder: Encoder) async throws {
        let folder = recordings.folder(of: id)
        guard try await idle({ try LogArchive.isDone(folder) }) else {
            return try await archive(id, folder, encoder)
        }
        // A server that was killed may have left it so.
        try await idle { try LogArchive.freeFrames(folder) }
    }

    private func archive(_ id: RunID, _ folder: String, _ encoder: Encoder) async throws {
        let before = await RecordingFolder.size(of: folder)
        let began = ContinuousClock.now
        do {
            try await writePages(folder, encoder)
        } catch {
            await IdleThread.run { LogArchive.discard(folder) }
            throw error
        }
        try await idle {
            try LogArchive.commit(folder)
            try LogArchive.freeFrames(folder)
        }
        let after = await RecordingFolder.size(of: folder)
        logger.info(
            "Recording archived",
            metadata: [
                "run.id": "\(id)", "bytes.before": "\(before)", "bytes.after": "\(after)",
                "seconds": "\((ContinuousClock.now - began).components.seconds)",
            ]
        )
    }

    private func writePages(_ folder: String, _ encoder: Encoder) async throws {
        let pages = try await idle {
            LogArchive.discard(folder)
            return try LogPageReader.all(in: folder)
        }
        for page in pages {
            let writer = PageArchiveWriter(folder: folder, page: page.page, settings: recordings.settings.log)
            try await PageArchiving(page: page, writer: writer, encoder: encoder).run()
        }
        try Task.checkCancellation()
    }
}

/// Work on the disk that has time.
///
/// It throws what the work throws, but does not say so in its type: Swift 6.3's optimiser crashes on an error's type within an async function that
/// throws any error.
func idle<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await IdleThread.run { Result { try work() } }.get()
}
