import JSON
public import Model

extension EventDraft {
    /// The first event of a run.
    static func lifecycle(startOf run: Run) -> EventDraft {
        EventDraft(type: .runtimeLifecycle, status: .started, time: run.startedAt, data: ["reason": "api"])
    }

    /// The last event of a run: how and why it ended.
    public static func lifecycle(_ end: RunEnd, of run: Run) -> EventDraft {
        var data: JSONObject = ["reason": .string(end.reason.rawValue)]
        if let failure = end.failure {
            data["failure"] = ["code": .string(failure.code.rawValue), "message": .string(failure.message)]
        }
        return EventDraft(
            type: .runtimeLifecycle,
            status: end.failure == nil ? .stopped : .failed,
            time: end.finishedAt,
            durationSeconds: max(0, end.finishedAt.seconds(since: run.startedAt)),
            data: data
        )
    }
}
