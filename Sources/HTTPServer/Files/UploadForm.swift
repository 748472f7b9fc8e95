import API
import ControlPlane
import FileStorage
import Hummingbird
import Multipart

/// A form with a file (RFC 7578), whose bytes went to the disk as they came.
struct UploadForm {
    /// The part `file`.
    let head: MultipartHead
    /// Its bytes, not yet kept.
    let content: any BlobWriter
    private let fields: [String: String]

    /// All fields but the file hold so many bytes at most.
    static let fieldBytes = 256 * 1024
    /// Fields that some upload reads. Others are ignored, whatever they are and however often they come.
    static let knownFields: Set<String> = ["name", "path", "destinationPath", "runtimePath", "metadata", "spaceId"]

    init(head: MultipartHead, content: any BlobWriter, fields: [String: String]) {
        self.head = head
        self.content = content
        self.fields = fields
    }

    /// A field's text; nil when it is missing or empty, as forms send what was not filled in.
    func text(_ name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// Reads a request's body to its end and hands the form to `use`. When anything fails the bytes are thrown away.
    /// - Throws: 400 `request.invalid`, 413 `request.too_large`, what storage and `use` throw.
    static func with<Value>(
        _ call: Call,
        _ files: Files,
        _ use: (UploadForm) async throws -> Value
    ) async throws -> Value {
        guard let boundary = MultipartBoundary(contentType: call.request.headers[.contentType] ?? "") else {
            throw APIError(.requestInvalid, "The body must be `multipart/form-data` with a boundary.")
        }
        if let length = call.request.headers[.contentLength].flatMap({ Int64($0) }) {
            try files.checkSize(length - Int64(fieldBytes))
        }
        var reader = UploadFormReader(boundary: boundary, files: files)
        do {
            for try await bytes in call.request.body { try await reader.read(bytes) }
            return try await use(try reader.form())
        } catch {
            await reader.abandon()
            throw error
        }
    }
}

/// Sorts the parts of a form: the file to the disk, the fields into memory.
private struct UploadFormReader {
    private let files: Files
    private var parser: MultipartParser
    private var head: MultipartHead?
    private var content: (any BlobWriter)?
    private var fileBytes: Int64 = 0
    private var fields: [String: [UInt8]] = [:]
    private var fieldBytes = 0
    /// The part that is being read.
    private var current: MultipartHead?

    init(boundary: MultipartBoundary, files: Files) {
        parser = MultipartParser(boundary: boundary)
        self.files = files
    }

    mutating func read(_ bytes: ByteBuffer) async throws {
        for element in try elements(of: bytes) {
            switch element {
            case .part(let head): try await begin(head)
            case .body(let body): try await add(body)
            case .partEnd: current = nil
            }
        }
    }

    private mutating func elements(of bytes: ByteBuffer) throws(APIError) -> [MultipartParser.Element] {
        do throws(MultipartError) {
            return try parser.read(bytes)
        } catch {
            throw Self.refusal(error)
        }
    }

    private mutating func begin(_ head: MultipartHead) async throws {
        current = head
        guard head.name == "file" else {
            guard UploadForm.knownFields.contains(head.name) else { return }
            guard head.fileName == nil else { throw APIError.invalid(head.name, "must not be a file.") }
            guard fields.updateValue([], forKey: head.name) == nil else {
                throw APIError.invalid(head.name, "must be given once.")
            }
            return
        }
        guard content == nil else { throw APIError.invalid("file", "must be given once.") }
        self.head = head
        content = try await files.write()
    }

    private mutating func add(_ body: ByteBuffer) async throws {
        if let current, current.name != "file" {
            fieldBytes += body.readableBytes
            guard fieldBytes <= UploadForm.fieldBytes else {
                throw APIError(.requestTooLarge, "The fields may have at most \(UploadForm.fieldBytes) bytes.")
            }
            fields[current.name]? += body.readableBytesView
        } else {
            fileBytes += Int64(body.readableBytes)
            try files.checkSize(fileBytes)
            do throws(BlobError) { try await content?.append(body) } catch { throw files.unavailable(error) }
        }
    }

    func form() throws -> UploadForm {
        do throws(MultipartError) { try parser.finish() } catch { throw Self.refusal(error) }
        guard let head, let content else { throw APIError.invalid("file", "is required.") }
        var texts: [String: String] = [:]
        for (name, bytes) in fields {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw APIError.invalid(name, "must be UTF-8 text.")
            }
            texts[name] = text
        }
        return UploadForm(head: head, content: content, fields: texts)
    }

    func abandon() async { await content?.abandon() }

    private static func refusal(_ error: MultipartError) -> APIError {
        APIError(
            error.code == .tooLarge ? .requestTooLarge : .requestInvalid,
            "The body is no such form: \(error.reason)."
        )
    }
}
