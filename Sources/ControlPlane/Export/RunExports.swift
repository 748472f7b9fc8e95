import FileStorage
import JSON
import Logging
public import Model
import Recorder
import Store

/// Archives of runs: ZIP files that hold all that a run produced.
public struct RunExports: Sendable {
    /// The type of the files that they become. No archive holds one.
    public static let type = "export"
    /// So many files may be in one archive.
    public static let maximumFiles = 100_000

    let runs: Runs
    let files: Files
    let runtimes: Runtimes
    let store: any Store
    /// The folder that holds a folder of recordings for each run.
    let recordings: String

    /// Makes an archive of what there is of a run now and keeps it as a file of type `export` in the run's folder; a name that is taken
    /// gets a number. Takes as long as reading and writing all of it. A caller that is cancelled leaves nothing.
    /// - Throws: `run.not_found`; `request.too_large` when it is longer than a file may be; `request.invalid` for more than
    ///   ``maximumFiles`` files; `storage.quota_exceeded`; `storage.unavailable`.
    public func export(_ id: RunID, _ request: ExportRequest) async throws -> File {
        let run = try await runs.get(id)
        let output = try await files.write()
        let count: Int
        do {
            let folder = "\(recordings)/\(id)"
            let export = RunExport(run, request, files: files, store: store, recording: folder, into: output)
            count = try await export.write()
        } catch {
            await output.abandon()
            if let error = error as? BlobError { try await files.stored { () throws(BlobError) in throw error } }
            throw error
        }
        let file = try await files.keep(FileDraft(of: run, type: Self.type, name: request.name), output)
        await tell(file, of: run, count: count)
        return file
    }

    /// Tells the activity, while the run goes on.
    private func tell(_ file: File, of run: Run, count: Int) async {
        var step = ActivityDraft(
            type: "file.exported",
            category: .file,
            time: .now,
            message: "Exported \(count) file\(count == 1 ? "" : "s") as \(file.name)",
            data: [
                "fileName": .string(file.name), "sizeBytes": .integer(file.sizeInBytes),
                "count": .integer(Int64(count)),
            ]
        )
        step.status = "finished"
        step.fileID = file.id.description
        await runtimes.recorder(of: run.id)?.tell(step)
    }
}

extension ControlPlaneError {
    static var tooManyFiles: Self {
        Self(
            .requestInvalid,
            "An archive may have at most \(RunExports.maximumFiles) files.",
            hint: "Export some of them, by `type`.",
            details: ["field": "type"]
        )
    }
}
