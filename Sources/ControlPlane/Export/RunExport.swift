import Archive
import FileStorage
import Model
import Store

/// One archive of a run in the making. Memory: some pieces of files, and about 500 bytes for each file.
struct RunExport: ~Copyable {
    let run: Run
    let request: ExportRequest
    let files: Files
    let store: any Store
    /// The folder of the run's recording.
    let recording: String
    var archive: ExportArchive
    var manifest: ExportManifest
    private let now = Timestamp.now

    init(
        _ run: Run,
        _ request: ExportRequest,
        files: Files,
        store: any Store,
        recording: String,
        into output: any BlobWriter
    ) {
        self.run = run
        self.request = request
        self.files = files
        self.store = store
        self.recording = recording
        archive = ExportArchive(into: output)
        manifest = ExportManifest(run: run, createdAt: now)
    }

    /// Writes everything. - Returns: how many files it has.
    consuming func write() async throws -> Int {
        try await addFiles()
        if request.parts.contains(.events) { try await addEvents() }
        if request.parts.contains(.activity) { try await addActivity() }
        if request.parts.contains(.recording) { try await addRecording() }
        try await archive.begin(text: "manifest.json", modifiedAtMs: now.milliseconds)
        for piece in manifest.pieces { try await archive.add(piece) }
        try await archive.end()
        let count = manifest.fileCount
        try await archive.finish()
        return count
    }

    /// Whether to go on: not when the caller is gone, nor when the archive is longer than a file may be.
    func check() throws {
        try Task.checkCancellation()
        try files.checkSize(archive.size)
    }
}
