import FrameLog
import JSON
import Model
import Store
import VideoEncoding

extension RecordingExports {
    /// The type of the files that videos become.
    public static let fileType = "recording"

    /// What a request means now: its span within what is recorded.
    nonisolated func content(
        of id: RunID,
        _ request: RecordingExportRequest
    ) async throws -> (content: RecordingExport.Content, clamped: [RecordingExport.Bound]) {
        let end = try await end(of: id, page: request.page)
        let (from, to) = (request.from ?? 0, request.to ?? end)
        let span = (from: min(max(from, 0), end), to: min(max(to, 0), end))
        guard span.from < span.to else { throw ControlPlaneError.emptySpan(end: end) }
        let content = RecordingExport.Content(
            runID: id,
            format: request.format,
            from: span.from,
            to: span.to,
            page: request.page
        )
        var clamped: [RecordingExport.Bound] = []
        if span.from != from { clamped.append(.from) }
        if span.to != to { clamped.append(.to) }
        return (content, clamped)
    }

    /// How far a recording reaches: of a run that goes on, until now.
    nonisolated private func end(of id: RunID, page: String?) async throws -> Int64 {
        await recordings.sync(id)
        let reader = try await recordings.reader(of: id)
        let overview: RecordingOverview
        do throws(FrameLogError) {
            overview = try await reader.overview()
        } catch {
            throw ControlPlaneError.unreadable(id, error)
        }
        if let page, !overview.tracks.contains(where: { $0.pageID == page }) {
            throw ControlPlaneError.noSuchPage(page)
        }
        let state = try await recordings.state(of: id)
        guard state.status == .ready else { return overview.durationMilliseconds }
        return state.durationMilliseconds ?? overview.durationMilliseconds
    }

    /// The file that was made of the same before, if it is still there.
    nonisolated func made(_ content: RecordingExport.Content) async throws -> File? {
        var filter = FileFilter()
        filter.runID = content.runID
        filter.types = [Self.fileType]
        var page = PageRequest<FileID>(limit: 200)
        while true {
            let found = try await store.files(filter, page)
            if let file = found.items.first(where: { $0.shows(content) }) { return file }
            guard found.hasMore, let last = found.items.last else { return nil }
            page = PageRequest(before: last.id, limit: 200)
        }
    }
}

extension RecordingExport {
    /// What the file says of itself; ``File/shows(_:)`` finds it by that again.
    var metadata: JSONObject {
        var metadata: JSONObject = [
            "format": .string(content.format.rawValue),
            "fromSeconds": .number(Double(content.from) / 1000),
            "toSeconds": .number(Double(content.to) / 1000),
        ]
        metadata["pageId"] = content.page.map { .string($0) }
        return metadata
    }
}

extension RecordingExport.Content {
    var fileName: FileName { FileName(suggested: "recording.\(format.rawValue)") }
}

extension File {
    /// Whether it is the video of that content. Metadata may be anybody's: it can say anything.
    func shows(_ content: RecordingExport.Content) -> Bool {
        guard source == .runtime, let metadata, metadata["format"]?.stringValue == content.format.rawValue,
            metadata["pageId"]?.stringValue == content.page
        else { return false }
        return milliseconds("fromSeconds") == content.from && milliseconds("toSeconds") == content.to
    }

    private func milliseconds(_ name: String) -> Int64? {
        metadata?[name]?.doubleValue.flatMap { Int64(exactly: ($0 * 1000).rounded()) }
    }
}
