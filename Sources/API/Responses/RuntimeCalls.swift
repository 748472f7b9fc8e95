public import JSON
public import Model

/// The answer of `runtimes.start`.
public enum RuntimeStartResponse {
    public static func json(runtime: RuntimeID, run: RunID, connectURL: String, started: Bool) -> JSON {
        [
            "runtimeId": .id(runtime),
            "runId": .id(run),
            "status": "active",
            "connectUrl": .string(connectURL),
            "protocol": "cdp",
            "started": .bool(started),
        ]
    }
}

/// The answer of `runtimes.stop`.
public enum RuntimeStopResponse {
    public static func json(runtime: RuntimeID, run: RunID?, status: Runtime.Status, stopped: Bool) -> JSON {
        [
            "runtimeId": .id(runtime),
            "runId": .id(run),
            "status": .string(status.rawValue),
            "stopped": .bool(stopped),
        ]
    }
}
