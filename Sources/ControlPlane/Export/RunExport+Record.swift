import Archive
import FileStorage
import JSON
import Model
import Store

extension RunExport {
    /// Adds the events so far as `events.jsonl`.
    mutating func addEvents() async throws { try await addRows(.events, of: store.events) }

    /// Adds the activity so far as `activity.jsonl`, what only `view=debug` shows included.
    mutating func addActivity() async throws { try await addRows(.activity, of: store.activity) }

    private mutating func addRows<Row: RecordRow>(_ part: ExportRequest.Part, of record: any RecordStore<Row>)
        async throws
    {
        let name = "\(part.rawValue).jsonl"
        try await archive.begin(text: name, modifiedAtMs: manifest.createdAt.milliseconds)
        var (count, last, hasMore) = (Int64(0), Int64(0), true)
        while hasMore {
            let page = try await record.page(of: run.id, after: last, matching: .everything, limit: 1000)
            var lines: [UInt8] = []
            for row in page.items { lines += row.json + [UInt8(ascii: "\n")] }
            try await archive.add(lines)
            count += Int64(page.items.count)
            last = page.items.last?.id.number ?? last
            hasMore = page.hasMore
            try check()
        }
        try await archive.end()
        manifest.add(part, ["name": .string(name), "count": .integer(count), "lastSeq": .integer(last)])
    }

    /// Adds the recording's files as they are stored, below `recording/` (`docs/recording-format.md`).
    ///
    /// Of a run that goes on: what is written now. What tells of pictures comes before the pictures, so that all that is told of is there.
    mutating func addRecording() async throws {
        var names: [JSON] = []
        for (name, file) in try await RecordingFiles(in: recording).files {
            let reader = file.reader()
            let path = "recording/\(name)"
            let entry = ZIPEntry(
                name: path,
                modifiedAtMs: (run.finishedAt ?? manifest.createdAt).milliseconds,
                size: UInt64(file.sizeInBytes)
            )
            try await archive.store(entry, first: try await reader.next(), rest: reader)
            names.append(["name": .string(path), "sizeBytes": .integer(file.sizeInBytes)])
            try check()
        }
        manifest.add(.recording, ["format": "martlet.recording", "files": .array(names)])
    }
}
