import AsyncHTTPClient
import NIOCore
import NIOPosix
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A form with one file in it (RFC 7578), read from the disk as it is sent: a piece of it is in memory at a time.
struct MultipartBody: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    private let path: String
    private let fileSize: Int
    private let head: String
    private let tail: String
    private let boundary: String
    private let progress: (@Sendable (_ sent: Int, _ whole: Int) -> Void)?

    private static let pieceSize = 256 * 1024

    /// - Parameter fields: texts that go before the file.
    init(
        path: String,
        name: String,
        fields: [(name: String, value: String)],
        progress: (@Sendable (Int, Int) -> Void)?
    ) async throws {
        self.path = path
        self.progress = progress
        fileSize = try await LocalFile.disk(path) { try Self.size(of: path) }
        boundary = "martlet-" + UUID().uuidString
        let boundary = boundary
        let texts = fields.map {
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\($0.name)\"\r\n\r\n\($0.value)\r\n"
        }
        head =
            texts.joined() + "--\(boundary)\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"\(Self.escape(name))\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
        tail = "\r\n--\(boundary)--\r\n"
    }

    var request: Request.Body {
        .stream(
            .stream(self, length: .known(Int64(head.utf8.count + fileSize + tail.utf8.count))),
            contentType: "multipart/form-data; boundary=\(boundary)"
        )
    }

    /// Of a regular file that can be read: folders and pipes have sizes that mean nothing.
    private static func size(of path: String) throws -> Int {
        var status = stat()
        guard stat(path, &status) == 0, access(path, R_OK) == 0 else { throw Errno(rawValue: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw MartletError(.localFile, "\(path) is no file that can be sent: give a regular one.")
        }
        return Int(status.st_size)
    }

    /// As browsers write names of files (WHATWG HTML, section 4.10.21.8).
    private static func escape(_ name: String) -> String {
        name.replacing("\"", with: "%22").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body: self) }

    struct AsyncIterator: AsyncIteratorProtocol {
        private let body: MultipartBody
        private var file: OpenFile?
        private var sent = 0
        private var part = Part.head

        private enum Part { case head, file, end }

        init(body: MultipartBody) { self.body = body }

        mutating func next() async throws -> ByteBuffer? {
            switch part {
            case .head:
                part = .file
                return ByteBuffer(string: body.head)
            case .file:
                if let piece = try await piece() { return piece }
                part = .end
                return ByteBuffer(string: body.tail)
            case .end: return nil
            }
        }

        private mutating func piece() async throws -> ByteBuffer? {
            guard sent < body.fileSize else { return nil }
            let path = body.path
            let file =
                if let file { file } else { try await LocalFile.disk(path) { try OpenFile(path) } }
            self.file = file
            let wanted = Swift.min(MultipartBody.pieceSize, body.fileSize - sent)
            let bytes = try await LocalFile.disk(path) { [sent] in try file.read(wanted, at: sent) }
            guard !bytes.isEmpty else {
                throw MartletError(.localFile, "\(path) became shorter while it was sent.")
            }
            sent += bytes.count
            body.progress?(sent, body.fileSize)
            return ByteBuffer(bytes: bytes)
        }
    }
}

/// A file that is read; closed when nobody has it any more.
private final class OpenFile: Sendable {
    private let descriptor: SystemPackage.FileDescriptor

    init(_ path: String) throws { descriptor = try .open(FilePath(path), .readOnly, options: .closeOnExec) }

    func read(_ count: Int, at offset: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = try descriptor.read(
                fromAbsoluteOffset: Int64(offset),
                into: UnsafeMutableRawBufferPointer(buffer)
            )
        }
    }

    deinit { try? descriptor.close() }
}
