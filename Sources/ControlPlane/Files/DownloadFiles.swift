import FileStorage
import Logging
import Model
import Recorder
import Store

/// Makes files of what browsers downloaded.
struct DownloadFiles: DownloadKeeper {
    let files: Files
    let logger: Logger
    /// Whom the bytes must belong to.
    var owner: UInt32?

    /// Files that are held open and wait; further ones wait unopened, and are lost when their browser dies meanwhile.
    private let opened = Gate(64)
    private let hashed = Gate(4)

    init(files: Files, logger: Logger) {
        self.files = files
        self.logger = logger
    }

    /// The same, for browsers of this user.
    func belonging(to owner: UInt32) -> DownloadFiles {
        var copy = self
        copy.owner = owner
        return copy
    }

    func keep(_ download: FinishedDownload, of run: Run) async -> KeptDownload {
        do {
            let file = try await opened.pass { try await kept(download, of: run) }
            return .kept(file.id, sizeInBytes: file.sizeInBytes)
        } catch {
            logger.error("Download not kept", metadata: ["run.id": "\(run.id)", "error": "\(error)"])
            return .lost(code: Self.code(of: error))
        }
    }

    private func kept(_ download: FinishedDownload, of run: Run) async throws -> File {
        let owners: Set<UInt32> = owner.map { [$0] } ?? []
        let source = try await FileThreads.run { () throws(BlobError) in
            try SourceFile(path: download.path, owners: owners)
        }
        try files.checkSize(source.sizeInBytes)
        return try await hashed.pass {
            let content = try await files.blobs.temporary(from: source, closing: true)
            let name = FileName(suggested: download.suggestedName, fallback: "download")
            return try await files.keep(FileDraft(of: run, type: "download", name: name), content)
        }
    }

    func link(_ file: FileID, to event: EventID) async {
        do {
            _ = try await files.update(file) { $0.eventID = event }
        } catch {
            logger.warning("File not linked to its event", metadata: ["file.id": "\(file)", "error": "\(error)"])
        }
    }

    private static func code(of error: any Error) -> String {
        switch error {
        case let error as ControlPlaneError: error.code.rawValue
        case let error as StoreError where error.code == .quota: "storage.quota_exceeded"
        case let error as BlobError where error.code == .missing || error.code == .refused: "file.not_found"
        default: "storage.unavailable"
        }
    }
}
