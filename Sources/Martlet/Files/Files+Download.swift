import AsyncHTTPClient
import NIOHTTP1

extension Martlet.Files {
    /// The bytes of a file, to be read as they come.
    /// - Parameter offset: leave out so many at the beginning.
    public func content(_ id: Martlet.FileID, from offset: Int = 0) async throws -> Martlet.FileContent {
        let response = try await transport.open(request(id, offset), silence: transport.configuration.timeout)
        guard offset == 0 || response.status.code == 206 else {
            throw MartletError(.unexpectedAnswer, "The server does not give parts of files.")
        }
        return Martlet.FileContent(response, transport.configuration)
    }

    private func request(_ id: Martlet.FileID, _ offset: Int) -> Request {
        var request = Request(method: .get, path: Path.v1(["files", id.rawValue, "content"]))
        request.headers = [("Accept", "application/octet-stream, */*")]
        if offset > 0 { request.headers.append(("Range", "bytes=\(offset)-")) }
        return request
    }

    /// Writes a file to this machine's disk.
    ///
    /// The bytes go to a file beside `path` first, which takes its name when all have come: there is never half a file at `path`, and nothing is
    /// left over when the task is cancelled. A connection that breaks is opened again where it broke.
    /// - Parameters:
    ///   - path: of the file to write; one that exists is replaced.
    ///   - progress: called with the bytes written so far and those of the whole, if known.
    /// - Returns: the bytes written.
    /// - Throws: ``MartletError`` `localFile` when the disk refuses.
    @discardableResult
    public func download(
        _ id: Martlet.FileID,
        to path: String,
        progress: (@Sendable (_ written: Int, _ whole: Int?) -> Void)? = nil
    ) async throws -> Int {
        let partial = try await LocalFile.create(beside: path)
        do {
            let size = try await fill(partial, id, progress)
            try await partial.finish(as: path)
            return size
        } catch {
            await partial.abandon()
            throw error
        }
    }

    private func fill(
        _ file: LocalFile,
        _ id: Martlet.FileID,
        _ progress: (@Sendable (Int, Int?) -> Void)?
    ) async throws -> Int {
        var (written, attempt) = (0, 0)
        while true {
            do throws(PieceError) {
                try await append(to: file, id, &written, progress)
                return written
            } catch {
                guard let lost = error.error as? MartletError, Retry.mayPass(lost),
                    attempt < transport.configuration.retries
                else { throw error.error }
            }
            attempt += 1
            try await Task.sleep(for: Retry.backoff(attempt - 1))
        }
    }

    /// Wraps what a try failed with, so that the loop above decides with a typed error.
    private struct PieceError: Error { let error: any Error }

    private func append(
        to file: LocalFile,
        _ id: Martlet.FileID,
        _ written: inout Int,
        _ progress: (@Sendable (Int, Int?) -> Void)?
    ) async throws(PieceError) {
        do {
            let content = try await content(id, from: written)
            let whole = content.sizeInBytes.map { [written] in $0 + written }
            for try await piece in content {
                try await file.append(piece)
                written += piece.count
                progress?(written, whole)
            }
        } catch {
            throw PieceError(error: error)
        }
    }
}
