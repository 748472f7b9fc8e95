/// Every error code that the API answers. A code never changes its meaning; `docs/errors.md` explains each.
public enum ErrorCode: String, Sendable, CaseIterable {
    case requestInvalid = "request.invalid"
    case proxyInvalid = "proxy.invalid"
    case storagePathInvalid = "storage_file.path_invalid"
    case runtimePathInvalid = "runtime_file.path_invalid"
    case authRequired = "auth.required"
    case signInCodeInvalid = "auth.code_invalid"
    case concurrentQuotaExceeded = "browser.concurrent_quota_exceeded"
    case storageQuotaExceeded = "storage.quota_exceeded"
    case authForbidden = "auth.forbidden"
    case routeNotFound = "route.not_found"
    case spaceNotFound = "space.not_found"
    case runtimeNotFound = "runtime.not_found"
    case runNotFound = "run.not_found"
    case targetNotFound = "target.not_found"
    case fileNotFound = "file.not_found"
    case apiKeyNotFound = "api_key.not_found"
    case subaccountNotFound = "subaccount.not_found"
    case helpTopicNotFound = "help.topic_not_found"
    case frameNotFound = "frame.not_found"
    case leaseNotFound = "lease.not_found"
    case humanActionNotFound = "human_action.not_found"
    case humanActionPending = "human_action.already_pending"
    case humanActionNotPending = "human_action.not_pending"
    case liveNotActive = "run.live_not_active"
    case mintFailed = "viewer.mint_failed"
    case controlNotHeld = "view.control_not_held"
    case uploadRefused = "view.upload_refused"
    case viewNotFound = "view.not_found"
    case viewExpired = "view.expired"
    case recordingExportNotFound = "recording.export_not_found"
    case recordingExportCancelled = "recording.export_cancelled"
    case recordingExportFailed = "recording.export_failed"
    case tooManyRecordingExports = "recording.too_many_exports"
    case ffmpegMissing = "recording.ffmpeg_missing"
    case methodNotAllowed = "method.not_allowed"
    case runtimeNotStopped = "runtime.not_stopped"
    case runtimeNotActive = "runtime.not_active"
    case runtimeNotExecutable = "runtime.not_executable"
    case spaceIsDefault = "space.is_default"
    case storagePathExists = "storage_file.path_exists"
    case recordingNotAvailable = "recording.not_available"
    case recordingUnreadable = "recording.unreadable"
    case runActive = "run.active"
    case idempotencyKeyReused = "idempotency.key_reused"
    case requestTooLarge = "request.too_large"
    case rangeNotSatisfiable = "range.not_satisfiable"
    case serverError = "server.error"
    case hostUnavailable = "runtime.host_unavailable"
    case storageUnavailable = "storage.unavailable"

    /// The HTTP status that the code is answered with.
    public var status: Int {
        switch self {
        case .requestInvalid, .proxyInvalid, .storagePathInvalid, .runtimePathInvalid: 400
        case .authRequired, .signInCodeInvalid: 401
        case .concurrentQuotaExceeded, .storageQuotaExceeded: 402
        case .authForbidden: 403
        case .routeNotFound, .spaceNotFound, .runtimeNotFound, .runNotFound, .targetNotFound, .fileNotFound,
            .apiKeyNotFound, .subaccountNotFound, .helpTopicNotFound, .viewNotFound, .recordingNotAvailable,
            .frameNotFound, .leaseNotFound, .humanActionNotFound:
            404
        case .recordingExportNotFound: 404
        case .methodNotAllowed: 405
        case .recordingExportCancelled: 409
        case .runtimeNotStopped, .runtimeNotActive, .runtimeNotExecutable, .spaceIsDefault, .storagePathExists,
            .runActive, .idempotencyKeyReused, .humanActionPending, .humanActionNotPending, .liveNotActive,
            .controlNotHeld:
            409
        case .viewExpired: 410
        case .requestTooLarge, .uploadRefused: 413
        case .rangeNotSatisfiable: 416
        case .tooManyRecordingExports: 429
        case .serverError, .recordingUnreadable, .recordingExportFailed: 500
        case .hostUnavailable, .ffmpegMissing, .storageUnavailable, .mintFailed: 503
        }
    }

    public var reasonClass: ReasonClass { ReasonClass(status: status) }
}
