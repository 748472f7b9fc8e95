import API
import ControlPlane
import FileStorage
import HTTPTypes
import Hummingbird
import Model

/// Answers with a file's bytes, whole or in part (RFC 9110, sections 13 and 14). Only what the reader takes is read from the disk.
struct FileContent {
    let files: Files

    /// - Throws: 416 `range.not_satisfiable`; 503 `storage.unavailable`.
    func response(_ file: File, to request: Request) async throws -> Response {
        var headers = headers(of: file)
        if let known = request.headers[.ifNoneMatch], Self.names(known, tag: file.entityTag) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentDisposition] = ContentDisposition.attachment(file.name)
        headers[.contentType] = "application/octet-stream"
        switch range(of: file, request) {
        case .whole: return try await response(file, range: 0..<file.sizeInBytes, .ok, headers)
        case .part(let range):
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(file.sizeInBytes)"
            return try await response(file, range: range, .partialContent, headers)
        case .unsatisfiable:
            throw APIError(
                .rangeNotSatisfiable,
                "The file has \(file.sizeInBytes) bytes.",
                headers: ["Content-Range": "bytes */\(file.sizeInBytes)"]
            )
        }
    }

    /// The bytes behind an id never change, so the tag is strong and caches need only ask whether the file is still there.
    private func headers(of file: File) -> HTTPFields {
        [
            .eTag: file.entityTag, .acceptRanges: "bytes", .cacheControl: "private, no-cache",
            .contentTypeOptions: "nosniff",
        ]
    }

    /// A range holds only for the bytes that `If-Range` names; a date there is never believed, as it is no strong validator.
    private func range(of file: File, _ request: Request) -> ByteRange {
        guard request.method == .get || request.method == .head else { return .whole }
        if let condition = request.headers[.ifRange], condition != file.entityTag { return .whole }
        return ByteRange(request.headers[.range], size: file.sizeInBytes)
    }

    private func response(
        _ file: File,
        range: Range<Int64>,
        _ status: HTTPResponse.Status,
        _ headers: HTTPFields
    ) async throws -> Response {
        let reader = try await files.open(file, range: range)
        let body = ResponseBody(contentLength: Int(range.count)) { writer in
            while let bytes = try await reader.next() { try await writer.write(bytes) }
            try await writer.finish(nil)
        }
        return Response(status: status, headers: headers, body: body)
    }

    /// `*` or a list of tags, weak ones too.
    private static func names(_ header: String, tag: String) -> Bool {
        header.split(separator: ",").contains { part in
            var part = part.drop { $0 == " " }
            while part.last == " " { part.removeLast() }
            return part == "*" || part == tag || part == "W/\(tag)"
        }
    }
}

extension File {
    fileprivate var entityTag: String { "\"\(digest)\"" }
}
