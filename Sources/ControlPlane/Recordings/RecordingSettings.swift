public import FrameLog
import Model
public import Recorder

/// What an operator may set about recordings.
public struct RecordingSettings: Sendable {
    /// The folder of all recordings, each in one below it that is named by its run.
    public var folder: String
    /// Whether runs are recorded whose runtime does not say.
    public var isOn: Bool
    /// Rate and quality of runs whose runtime does not say.
    public var screencast: ScreencastSettings
    /// How many days after its run's end a recording is kept; 0 keeps it for ever.
    public var retentionDays: Int
    /// How many hours after its run's end the log of a recording becomes videos; nil: never.
    public var archiveAfterHours: Int?
    public var log: FrameLogSettings

    public static let defaultRetentionDays = 7

    public init(
        folder: String,
        isOn: Bool = true,
        screencast: ScreencastSettings = ScreencastSettings(),
        retentionDays: Int = defaultRetentionDays,
        archiveAfterHours: Int? = nil,
        log: FrameLogSettings = FrameLogSettings()
    ) {
        self.folder = folder
        self.isOn = isOn
        self.screencast = screencast
        self.retentionDays = retentionDays
        self.archiveAfterHours = archiveAfterHours
        self.log = log
    }

    /// What holds for a runtime.
    func screencast(of config: RecordingConfig) -> ScreencastSettings {
        ScreencastSettings(
            framesPerSecond: config.framesPerSecond ?? screencast.framesPerSecond,
            quality: config.quality ?? screencast.quality
        )
    }

    func isOn(for config: RecordingConfig) -> Bool { config.enabled ?? isOn }

    /// When a recording's time is over; nil: never.
    func expiry(of run: Run) -> Timestamp? {
        guard retentionDays > 0, let finishedAt = run.finishedAt else { return nil }
        return finishedAt.adding(seconds: retentionDays * 86_400)
    }
}
