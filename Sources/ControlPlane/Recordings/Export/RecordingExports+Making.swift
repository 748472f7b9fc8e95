import FileStorage
import FrameLog
import Glibc
import JSON
import Logging
import Model
import Store
import VideoEncoding

extension RecordingExports {
    nonisolated func encoder() throws -> Encoder {
        do throws(VideoError) {
            return try settings.encoder()
        } catch {
            throw ControlPlaneError.export(error)
        }
    }

    /// Encodes a video and keeps it. A task that is cancelled leaves nothing.
    nonisolated func make(_ export: RecordingExport) async throws -> File {
        let content = export.content
        guard let run = try await store.run(content.runID) else { throw ControlPlaneError.runNotFound(content.runID) }
        let encoder = try encoder()
        let reader = try await recordings.reader(of: run.id)
        let canvas = try await canvas(of: content, reader)
        let folder = recordings.settings.folder
        let output = try await FileThreads.run { () throws(VideoError) in try UnnamedFile(in: folder) }
        let video = try await VideoEncoder(encoder, content.format, canvas, into: output)
        try await fill(video, export, reader)
        try await video.finish()
        try Task.checkCancellation()
        return try await keep(output, export, canvas, run)
    }

    nonisolated private func fill(_ video: VideoEncoder, _ export: RecordingExport, _ reader: RecordingReader)
        async throws
    {
        let content = export.content
        let dark = try await darkness(of: content, reader)
        var timeline = PictureTimeline(from: content.from, to: content.to, dark: dark)
        for try await frame in reader.frames(from: content.from, to: content.to - 1, page: content.page) {
            let moment = frame.entry.shownFrom
            try await add(timeline.show(frame.jpeg, from: moment), to: video)
            await note(Double(moment - content.from) / Double(content.to - content.from), of: export.id)
        }
        try await add(timeline.end(), to: video)
        await note(1, of: export.id)
    }

    nonisolated private func add(_ shots: [PictureTimeline.Shot], to video: VideoEncoder) async throws {
        for shot in shots { try await video.add(shot.jpeg, at: shot.milliseconds, lasting: shot.lasting) }
    }

    /// Where nothing is recorded, and where the tab was not there.
    nonisolated private func darkness(of content: RecordingExport.Content, _ reader: RecordingReader) async throws
        -> [Range<Int64>]
    {
        var dark = try await recordings.state(of: content.runID).gaps.map { $0.from..<max($0.from, $0.to) }
        guard let page = content.page else { return dark }
        guard let track = try await reader.overview().tracks.first(where: { $0.pageID == page }) else { return dark }
        dark.append(0..<max(0, track.from))
        if let end = track.to { dark.append(end..<max(end, content.to)) }
        return dark
    }

    /// Has room for all pictures of the span.
    nonisolated private func canvas(of content: RecordingExport.Content, _ reader: RecordingReader) async throws
        -> VideoCanvas
    {
        var (width, height) = (0, 0)
        var next: Int64? = content.from
        while let from = next {
            let entries = try await reader.index(from: from, to: content.to - 1, page: content.page, limit: Self.part)
            for entry in entries { (width, height) = (max(width, entry.width), max(height, entry.height)) }
            next = entries.count < Self.part ? nil : entries.last.map { $0.shownFrom + 1 }
            try Task.checkCancellation()
        }
        guard width > 0 else { throw ControlPlaneError.recordingNotAvailable(content.runID) }
        return VideoCanvas(width: width, height: height)
    }

    private static var part: Int { 1000 }

    nonisolated private func keep(
        _ output: UnnamedFile,
        _ export: RecordingExport,
        _ canvas: VideoCanvas,
        _ run: Run
    ) async throws -> File {
        var draft = FileDraft(of: run, type: Self.fileType, name: export.content.fileName)
        draft.metadata = export.metadata
        draft.metadata?["width"] = .integer(Int64(canvas.width))
        draft.metadata?["height"] = .integer(Int64(canvas.height))
        let source = try await FileThreads.run { () throws(BlobError) in
            try SourceFile(descriptor: dup(output.descriptor), owners: [geteuid()])
        }
        try files.checkSize(source.sizeInBytes)
        let bytes = try await files.stored { () throws(BlobError) in
            try await files.blobs.temporary(from: source, closing: false)
        }
        return try await files.keep(draft, bytes)
    }

    nonisolated func failure(_ error: any Error, _ export: RecordingExport) -> RecordingExport.State {
        if error is CancellationError { return .cancelled }
        logger.error(
            "Recording not exported",
            metadata: ["run.id": "\(export.content.runID)", "error": "\(error)"]
        )
        switch error {
        case let error as ControlPlaneError: return .failed(error)
        case let error as VideoError: return .failed(.export(error))
        case let error as FrameLogError: return .failed(.unreadable(export.content.runID, error))
        default: return .failed(ControlPlaneError(.recordingExportFailed, "The recording cannot be exported now."))
        }
    }
}
