import Model

/// Where something happened: the page it belongs to, and the worker when it was one.
struct Place: Sendable, Equatable {
    /// The target id of the page; nil for shared and service workers.
    var pageID: String?
    var contextID: String?
    /// `worker`, `shared_worker`, `service_worker` or another kind of worker; nil for pages and frames.
    var workerType: String?
    var workerURL: String?

    func event(
        _ type: EventType,
        _ status: EventStatus,
        at time: Timestamp,
        name: String? = nil,
        durationSeconds: Double? = nil,
        _ data: EventData
    ) -> Action {
        var data = data
        data.put("workerType", workerType)
        data.put("workerUrl", workerURL)
        return .event(
            EventDraft(
                type: type,
                status: status,
                time: time,
                name: name,
                pageID: pageID,
                contextID: contextID,
                durationSeconds: durationSeconds,
                data: data.object
            )
        )
    }
}
