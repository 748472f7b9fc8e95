/// The record of a runtime from one start to its stop or failure.
public struct Run: Sendable, Equatable {
    public enum Status: String, Sendable, CaseIterable { case active, stopped, failed }

    public let id: RunID
    public let runtimeID: RuntimeID
    /// The runtime's name when the run began: a run outlives its runtime.
    public let runtimeName: String
    public let spaceID: SpaceID
    public var status: Status
    public var failure: RunFailure?
    public let startedAt: Timestamp
    public var finishedAt: Timestamp?
    /// Number of committed events: exact once the run has ended.
    public var eventCount: Int64
    /// The files that it produced and that are still there, and their bytes.
    public var fileCount: Int64
    public var fileBytes: Int64

    public init(
        id: RunID = RunID(),
        runtimeID: RuntimeID,
        runtimeName: String,
        spaceID: SpaceID,
        status: Status = .active,
        failure: RunFailure? = nil,
        startedAt: Timestamp = .now,
        finishedAt: Timestamp? = nil,
        eventCount: Int64 = 0,
        fileCount: Int64 = 0,
        fileBytes: Int64 = 0
    ) {
        self.id = id
        self.runtimeID = runtimeID
        self.runtimeName = runtimeName
        self.spaceID = spaceID
        self.status = status
        self.failure = failure
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.eventCount = eventCount
        self.fileCount = fileCount
        self.fileBytes = fileBytes
    }
}

/// Why a run ended badly.
public struct RunFailure: Sendable, Equatable, Error {
    public enum Code: String, Sendable, CaseIterable {
        case browserCrashed = "browser.crashed"
        case hostLost = "runtime.host_lost"
        case startFailed = "runtime.start_failed"
        case storageUnavailable = "storage.unavailable"
    }

    public let code: Code
    /// A sentence for people, with the browser's last words where there are any. At most 4,000 characters.
    public let message: String

    public init(code: Code, message: String) {
        self.code = code
        self.message = String(message.prefix(4000))
    }
}

/// How and when a run ends.
public struct RunEnd: Sendable, Equatable {
    public enum Reason: String, Sendable { case api, idleTimeout = "idle_timeout", crash, limit, shutdown }

    public let reason: Reason
    public let failure: RunFailure?
    public let finishedAt: Timestamp

    public init(reason: Reason, failure: RunFailure? = nil, finishedAt: Timestamp = .now) {
        self.reason = reason
        self.failure = failure
        self.finishedAt = finishedAt
    }

    public var status: Run.Status { failure == nil ? .stopped : .failed }
}
