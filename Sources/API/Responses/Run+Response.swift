public import JSON
public import Model

extension Run {
    /// The contract's RunSummary, with the runtime's name.
    public var summary: JSON { .object(summaryMembers) }

    /// The contract's Run: the summary with counts and usage.
    public func response(now: Timestamp = .now) -> JSON {
        var body = summaryMembers
        body["counts"] = [
            "events": .integer(eventCount), "files": .integer(fileCount), "invocations": 0, "toolCalls": 0,
        ]
        body["usage"] = usage(now: now)
        return .object(body)
    }

    /// What `runs.wait` answers: the run with `waitStatus`, and when to ask again if it is still active.
    public func waitResponse(now: Timestamp = .now) -> JSON {
        guard var body = response(now: now).objectValue else { return .null }
        body["waitStatus"] = status == .active ? "timeout" : "completed"
        if status == .active {
            body["retryAfterSeconds"] = 1
            body["retryAfterMs"] = 1000
        }
        return .object(body)
    }

    /// The contract's RunUsage. Nothing is billed here, so credits are null; what is not measured is null as well.
    public func usage(now: Timestamp = .now) -> JSON {
        [
            "runtimeSeconds": .number((finishedAt ?? now).seconds(since: startedAt)),
            "filesBytes": .integer(fileBytes),
            "captchaSolves": 0,
            "proxyBytes": nil,
            "aiTokensTotal": 0,
            "creditsUsed": nil,
            "billingStatus": status == .active ? "unavailable" : "settled",
            "breakdown": [
                "aiTokens": ["input": 0, "output": 0],
                "credits": [
                    "ai": nil, "captcha": nil, "files": nil, "notifications": nil, "proxy": nil, "runtime": nil,
                ],
            ],
            "computedAt": .time(now),
        ]
    }

    private var summaryMembers: JSONObject {
        [
            "id": .id(id),
            "spaceId": .id(spaceID),
            "runtimeId": .id(runtimeID),
            "runtimeName": .string(runtimeName),
            "runtimeType": "browser",
            "status": .string(status.rawValue),
            "failure": failureResponse,
            "createdAt": .time(startedAt),
            "startedAt": .time(startedAt),
            "finishedAt": .time(finishedAt),
            "durationSeconds": finishedAt.map { .number($0.seconds(since: startedAt)) } ?? .null,
        ]
    }

    private var failureResponse: JSON {
        guard let failure else { return .null }
        return ["code": .string(failure.code.rawValue), "message": .string(failure.message)]
    }

    /// The data of the frame `run.ended`, the last one of a stream.
    public var endedFrame: JSON {
        [
            "runId": .id(id),
            "status": .string(status.rawValue),
            "finishedAt": .time(finishedAt),
            "failure": failureResponse,
        ]
    }
}
