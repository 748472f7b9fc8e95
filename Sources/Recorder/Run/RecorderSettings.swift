/// How runs are recorded.
public struct RecorderSettings: Sendable {
    /// What is kept out of the record.
    public var redaction: Redaction
    /// How long texts in events may be.
    public var limits: TextLimits
    /// How long a dialog waits for an agent before it is dismissed; default 5 seconds.
    public var dialogTimeout: Duration
    /// Whether the activity is written beside the events.
    public var writesActivity: Bool
    /// How the pictures are taken.
    public var screencast: ScreencastSettings

    public init(
        redaction: Redaction = Redaction(),
        limits: TextLimits = TextLimits(),
        dialogTimeout: Duration = .seconds(5),
        writesActivity: Bool = true,
        screencast: ScreencastSettings = ScreencastSettings()
    ) {
        self.redaction = redaction
        self.limits = limits
        self.dialogTimeout = dialogTimeout
        self.writesActivity = writesActivity
        self.screencast = screencast
    }
}
