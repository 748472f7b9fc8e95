public import Activity

extension RunRecorder {
    /// Tells the activity what became of a picture or print whose command had this ``AgentCommand/captureKey``. Returns at once.
    public nonisolated func captured(_ key: String, _ outcome: CaptureOutcome) {
        activity?.received(.captured(key: key, outcome))
    }

    /// A text that is to be kept beside the record, without the secrets that the run's redaction knows.
    public nonisolated func redacted(_ text: String) -> String { redaction.text(text) }
}
