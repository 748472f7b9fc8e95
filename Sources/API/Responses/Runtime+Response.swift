public import JSON
public import Model

extension Runtime {
    /// The contract's RuntimeSummary: without config and metadata.
    public var summary: JSON { .object(summaryMembers) }

    /// The contract's Runtime; with the address of its open run RuntimeDetail.
    /// - Parameter connectURL: The credentialed CDP address while a run is open.
    public func response(connectURL: String? = nil) -> JSON {
        var body = summaryMembers
        body["config"] = config.response
        body["metadata"] = metadata.map(JSON.object) ?? .null
        if let connectURL {
            body["connectUrl"] = .string(connectURL)
            body["protocol"] = "cdp"
        }
        return .object(body)
    }

    private var summaryMembers: JSONObject {
        var body: JSONObject = [
            "id": .id(id),
            "spaceId": .id(spaceID),
            "type": "browser",
            "name": .string(name),
            "status": .string(status.rawValue),
            "activeRunId": .id(activeRunID),
            "createdAt": .time(createdAt),
            "updatedAt": .time(updatedAt),
        ]
        if let lastActivityAt { body["lastActivityAt"] = .time(lastActivityAt) }
        return body
    }
}
