public import JSON
public import Model

extension HumanAction {
    public var response: JSON { .object(members) }

    /// The answer of a wait.
    /// - Parameter retryAfterSeconds: when the caller should ask again, where it is not settled.
    public func waitResponse(retryAfterSeconds: Int64 = 1) -> JSON {
        var members = members
        let isSettled = status != .requested
        members["waitStatus"] = isSettled ? "resolved" : "timeout"
        if !isSettled {
            members["retryAfterSeconds"] = .integer(retryAfterSeconds)
            members["retryAfterMs"] = .integer(retryAfterSeconds * 1000)
        }
        return .object(members)
    }

    private var members: JSONObject {
        [
            "id": .string(id.description),
            "runtimeId": .string(runtimeID.description),
            "runId": .id(runID),
            "invocationId": .null,
            "message": .string(message),
            "status": .string(status.rawValue),
            "createdAt": .time(createdAt),
            "updatedAt": .time(updatedAt),
            "expiresAt": .time(expiresAt),
            "completedAt": at(.completed),
            "cancelledAt": at(.cancelled),
            "expiredAt": at(.expired),
        ]
    }

    private func at(_ settled: Status) -> JSON { status == settled ? .time(updatedAt) : .null }
}
