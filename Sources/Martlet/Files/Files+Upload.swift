public import JSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Martlet.Files {
    /// Sends a file of this machine to the store. It is read as it is sent.
    /// - Parameters:
    ///   - local: path of the file on this machine.
    ///   - path: where it is to be in the store, relative; nil: its name.
    ///   - name: nil: the last part of `local`.
    ///   - spaceID: nil: the default space.
    ///   - timeout: for the whole; default an hour.
    ///   - progress: called with the bytes sent so far and those of the whole.
    /// - Throws: `conflict` (`storage_file.path_exists`), `tooLarge`, `localFile`. It is not repeated by itself.
    public func upload(
        _ local: String,
        path: String? = nil,
        name: String? = nil,
        spaceID: Martlet.SpaceID? = nil,
        metadata: JSONObject? = nil,
        timeout: Duration = .seconds(3600),
        progress: (@Sendable (_ sent: Int, _ whole: Int) -> Void)? = nil
    ) async throws -> Martlet.File {
        let fields = [("name", name), ("path", path), ("metadata", metadata.map { JSON.object($0).text })]
        let body = try await MultipartBody(local, name: name, fields: fields, progress: progress)
        var request = Request(method: .post, path: Path.v1(["files"]), query: ["spaceId": spaceID?.rawValue])
        request.body = body.request
        request.timeout = timeout
        return try Martlet.File(Fields(try await transport.call(request), "file"))
    }
}

extension MultipartBody {
    /// A form with the fields that have a value.
    init(
        _ local: String,
        name: String?,
        fields: [(String, String?)],
        progress: (@Sendable (Int, Int) -> Void)?
    ) async throws {
        let given = fields.compactMap { field in field.1.map { (name: field.0, value: $0) } }
        let lastPart = local.split(separator: "/").last.map(String.init) ?? local
        try await self.init(path: local, name: name ?? lastPart, fields: given, progress: progress)
    }
}
