import Archive
import FileStorage
import JSON
import Model
import Store

extension RunExport {
    /// Adds the events so far as `events.jsonl`.
    mutating func addEvents() async throws {
        let (store, id) = (store, run.id)
        try await addRows(.events) { after in
            try await store.events(of: id, after: after, matching: EventFilter(), limit: 1000)
        }
    }

    /// Adds the activity so far as `activity.jsonl`, what only `view=debug` shows included.
    mutating func addActivity() async throws {
        let (store, id) = (store, run.id)
        try await addRows(.activity) { after in
            try await store.activity(of: id, after: after, matching: ActivityFilter(view: .debug), limit: 1000)
        }
    }

    private mutating func addRows<Row: NumberedRow>(
        _ part: ExportRequest.Part,
        _ rows: (Int64) async throws -> Page<StoredRow<Row>>
    ) async throws {
        let name = "\(part.rawValue).jsonl"
        try await archive.begin(text: name, modifiedAtMs: manifest.createdAt.milliseconds)
        var (count, last, hasMore) = (Int64(0), Int64(0), true)
        while hasMore {
            let page = try await rows(last)
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
