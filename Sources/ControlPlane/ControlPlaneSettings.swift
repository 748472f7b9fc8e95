public import LiveView
public import Recorder

/// What an operator may set about runtimes and runs.
public struct ControlPlaneSettings: Sendable {
    /// How many runtimes may be active at once; 1 or more. One more start answers 402.
    public var maximumActiveRuntimes: Int
    public var recorder: RecorderSettings
    public var files: FileSettings
    /// Whether screenshots and PDFs that agents take over CDP become files.
    public var capturesFiles: Bool
    public var recordings: RecordingSettings
    public var exports: ExportSettings
    public var liveViews: LiveViewSettings

    public static let defaultMaximumActiveRuntimes = 16

    public init(
        maximumActiveRuntimes: Int = defaultMaximumActiveRuntimes,
        recorder: RecorderSettings = RecorderSettings(),
        files: FileSettings = FileSettings(),
        capturesFiles: Bool = true,
        recordings: RecordingSettings,
        exports: ExportSettings = ExportSettings(),
        liveViews: LiveViewSettings = LiveViewSettings()
    ) {
        self.maximumActiveRuntimes = maximumActiveRuntimes
        self.recorder = recorder
        self.files = files
        self.capturesFiles = capturesFiles
        self.recordings = recordings
        self.exports = exports
        self.liveViews = liveViews
    }
}
