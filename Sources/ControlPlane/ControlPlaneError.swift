public import JSON

/// Why the control plane did not do what it was asked, in the contract's words.
public struct ControlPlaneError: Error, CustomStringConvertible {
    /// A code of the contract (section 3 of its errors). Codes never change meaning.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    public let code: Code
    /// A sentence for people.
    public let message: String
    /// What to do about it.
    public let hint: String?
    /// What it was about, by the wire's names (`runtimeId`, `field`, ...).
    public let details: JSONObject

    public init(_ code: Code, _ message: String, hint: String? = nil, details: JSONObject = [:]) {
        self.code = code
        self.message = message
        self.hint = hint
        self.details = details
    }

    public var description: String { "\(code.rawValue): \(message)" }
}

extension ControlPlaneError.Code {
    public static let requestInvalid = Self(rawValue: "request.invalid")
    public static let authRequired = Self(rawValue: "auth.required")
    public static let signInCodeInvalid = Self(rawValue: "auth.code_invalid")
    public static let spaceNotFound = Self(rawValue: "space.not_found")
    public static let runtimeNotFound = Self(rawValue: "runtime.not_found")
    public static let runNotFound = Self(rawValue: "run.not_found")
    public static let targetNotFound = Self(rawValue: "target.not_found")
    public static let fileNotFound = Self(rawValue: "file.not_found")
    public static let storagePathInvalid = Self(rawValue: "storage_file.path_invalid")
    public static let storagePathExists = Self(rawValue: "storage_file.path_exists")
    public static let runtimePathInvalid = Self(rawValue: "runtime_file.path_invalid")
    public static let requestTooLarge = Self(rawValue: "request.too_large")
    public static let storageUnavailable = Self(rawValue: "storage.unavailable")
    public static let apiKeyNotFound = Self(rawValue: "api_key.not_found")
    public static let runtimeNotStopped = Self(rawValue: "runtime.not_stopped")
    public static let runtimeNotActive = Self(rawValue: "runtime.not_active")
    public static let liveNotActive = Self(rawValue: "run.live_not_active")
    public static let mintFailed = Self(rawValue: "viewer.mint_failed")
    public static let leaseNotFound = Self(rawValue: "lease.not_found")
    public static let humanActionNotFound = Self(rawValue: "human_action.not_found")
    public static let humanActionPending = Self(rawValue: "human_action.already_pending")
    public static let humanActionNotPending = Self(rawValue: "human_action.not_pending")
    public static let controlNotHeld = Self(rawValue: "view.control_not_held")
    public static let uploadRefused = Self(rawValue: "view.upload_refused")
    public static let viewNotFound = Self(rawValue: "view.not_found")
    public static let viewExpired = Self(rawValue: "view.expired")
    public static let spaceIsDefault = Self(rawValue: "space.is_default")
    public static let recordingNotAvailable = Self(rawValue: "recording.not_available")
    public static let recordingUnreadable = Self(rawValue: "recording.unreadable")
    public static let recordingExportNotFound = Self(rawValue: "recording.export_not_found")
    public static let recordingExportFailed = Self(rawValue: "recording.export_failed")
    public static let recordingExportCancelled = Self(rawValue: "recording.export_cancelled")
    public static let tooManyRecordingExports = Self(rawValue: "recording.too_many_exports")
    public static let ffmpegMissing = Self(rawValue: "recording.ffmpeg_missing")
    public static let runActive = Self(rawValue: "run.active")
    public static let idempotencyKeyReused = Self(rawValue: "idempotency.key_reused")
    public static let quotaExceeded = Self(rawValue: "browser.concurrent_quota_exceeded")
    public static let hostUnavailable = Self(rawValue: "runtime.host_unavailable")
}
