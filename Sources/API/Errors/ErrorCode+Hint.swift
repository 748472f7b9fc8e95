extension ErrorCode {
    /// What a caller can do about the error, where that does not depend on the request.
    public var hint: String? {
        switch self {
        case .authRequired:
            "Send the header `Authorization: Bearer KEY`. The server prints its admin key at its first start."
        case .signInCodeInvalid: "`martlet open` makes a new one. A code is good once and for five minutes."
        case .concurrentQuotaExceeded:
            "Stop a runtime that is no longer needed, or raise the server's limit on runtimes."
        case .routeNotFound: "GET /openapi.json lists every route of this server; GET /v1/help explains them."
        case .methodNotAllowed: "The `Allow` header lists the methods of this path."
        case .runtimeNotStopped: "Stop the runtime first, or delete it with `?force=true`."
        case .runtimeNotActive: "Start the runtime first."
        case .runtimeNotExecutable: "Wait until the start or stop under way has ended, then ask again."
        case .spaceIsDefault: "The default space takes the runtimes that name no space, so it stays."
        case .idempotencyKeyReused: "Use a new Idempotency-Key for a new request."
        case .helpTopicNotFound: "GET /v1/help without a topic lists all topics."
        case .storageUnavailable: "Free space in the server's data folder. What is stored stays readable."
        case .storagePathInvalid, .runtimePathInvalid:
            "Paths are relative, with segments of 1 to 255 bytes joined by `/`, such as `reports/2026/may.csv`."
        case .storagePathExists: "Choose another path, or delete the file that has it."
        case .storageQuotaExceeded: "Delete files of the space, or raise the server's setting `maxSpaceBytes`."
        case .ffmpegMissing:
            "Install ffmpeg on the server's machine, or name it by the setting `ffmpeg`. Recording and replay do not need it."
        case .recordingExportNotFound:
            "Exports are remembered until the server ends; what they made are files of the run, of type `recording`."
        case .recordingExportCancelled: "Ask again to begin anew."
        case .tooManyRecordingExports: "Wait until some are done."
        case .serverError, .recordingExportFailed:
            "Report the requestId to whoever runs the server: its log has the cause under it."
        case .subaccountNotFound: "This server has no subaccounts: leave out the subaccount."
        case .viewNotFound, .viewExpired: "Viewers' addresses last a limited time; ask for a new one."
        case .recordingNotAvailable:
            "Recordings are deleted when their time is over (setting `recordingRetentionDays`), and can be switched off."
        case .recordingUnreadable: "Ask for another moment; use a newer Martlet when the message says so."
        case .runActive: "Stop the runtime first."
        case .requestInvalid, .proxyInvalid, .authForbidden, .spaceNotFound, .runtimeNotFound, .runNotFound,
            .targetNotFound, .fileNotFound, .apiKeyNotFound, .frameNotFound, .requestTooLarge, .rangeNotSatisfiable,
            .hostUnavailable,
            .leaseNotFound, .humanActionNotFound, .humanActionPending, .humanActionNotPending, .liveNotActive,
            .mintFailed, .controlNotHeld, .uploadRefused:
            nil
        }
    }
}
