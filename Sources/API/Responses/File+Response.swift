public import JSON
public import Model

extension File {
    /// The contract's File. `sha256` and `eventId` are ours.
    /// - Parameter base: the server's address, without a slash at its end.
    public func response(base: String) -> JSON {
        var body: JSONObject = [
            "id": .id(id),
            "spaceId": .id(spaceID),
            "source": .string(source.rawValue),
            "name": .string(name),
            "path": .string(path),
            "contentType": .string(contentType),
            "sizeBytes": .integer(sizeInBytes),
            "sha256": .string(digest.description),
            "metadata": metadata.map(JSON.object) ?? .null,
            "createdAt": .time(createdAt),
            "downloadUrl": .string("\(base)/v1/files/\(id)/content"),
        ]
        body["type"] = type.map(JSON.string)
        body["runId"] = runID.map { .id($0) }
        body["runtimeId"] = runtimeID.map { .id($0) }
        body["eventId"] = eventID.map { .string($0.description) }
        return .object(body)
    }
}

extension FileFolder {
    /// The contract's FileFolder.
    public var response: JSON {
        [
            "name": .string(name),
            "path": .string(path),
            "fileCount": .integer(fileCount),
            "totalBytes": .integer(totalBytes),
            "lastCreatedAt": .time(lastCreatedAt),
        ]
    }
}
