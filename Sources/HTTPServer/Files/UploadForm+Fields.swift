import API
import ControlPlane
import JSON
import Model
import Multipart

/// What the fields of an upload mean.
extension UploadForm {
    func space() throws(APIError) -> SpaceReference? {
        guard let text = text("spaceId") else { return nil }
        guard let space = SpaceReference(text) else { throw .invalid("spaceId", "must be `default` or a UUID.") }
        return space
    }

    func name(or code: ErrorCode) throws(APIError) -> FileName? {
        guard let text = text("name") else { return nil }
        return try FileFields.name(text, "name", or: code)
    }

    func path(_ field: String, or code: ErrorCode) throws(APIError) -> FilePath? {
        guard let text = text(field) else { return nil }
        return try FileFields.path(text, field, or: code)
    }

    func metadata() throws(APIError) -> JSONObject? {
        guard let text = text("metadata") else { return nil }
        return try FileFields.metadata(text)
    }

    /// A file of the space. Without a path it lies at the top under its name, or the next free number of it.
    /// - Parameters:
    ///   - pathField: the field that names the path.
    ///   - code: of what is wrong with the name.
    func draft(in space: SpaceID, pathField: String = "path", or code: ErrorCode = .storagePathInvalid) throws(APIError)
        -> FileDraft
    {
        let name = try name(or: code)
        let path = try path(pathField, or: .storagePathInvalid)
        return FileDraft(
            spaceID: space,
            source: .upload,
            type: "upload",
            name: name?.text,
            path: path ?? FilePath([name ?? FileName(suggested: head.fileName ?? "")]),
            conflict: path == nil ? .number : .refuse,
            contentType: head.contentType == "application/octet-stream" ? nil : head.contentType,
            metadata: try metadata()
        )
    }
}
