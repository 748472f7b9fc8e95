import JSON
public import Model

/// What became of a picture or print that an agent asked for.
public enum CaptureOutcome: Sendable, Equatable {
    /// It is a file now.
    case kept(file: String)
    /// It is the very same as an earlier one, whose file this is.
    case same(file: String)
    /// The agent has it, the record has not; why, as the end of a sentence.
    case notKept(reason: String)
    /// The browser made none.
    case refused
}

/// Screenshots and PDFs that become files: their row waits for the file.
extension ActivityFolder {
    /// How long a row waits for its file, in milliseconds. Rows after it wait for two seconds at most.
    static let captureWait: Int64 = 10_000

    /// The step that was read last waits for its file.
    public mutating func awaitCapture(_ key: String, at now: Timestamp) {
        guard let index = steps.indices.last, Self.captures.contains(steps[index].draft.type) else { return }
        (steps[index].kind, steps[index].key) = (.capture, key)
        prolong(index, at: now, quiet: Self.captureWait)
    }

    /// Settles the step that waits. A picture that is the same as an earlier one tells nothing new, so its row is a detail.
    public mutating func captured(_ key: String, _ outcome: CaptureOutcome, at now: Timestamp) {
        guard let index = steps.firstIndex(where: { $0.kind == .capture && $0.key == key }) else { return }
        switch outcome {
        case .kept(let file): steps[index].draft.fileID = file
        case .same(let file):
            steps[index].draft.fileID = file
            steps[index].draft.data["sameAsBefore"] = true
            steps[index].draft.view = .debug
        case .notKept(let reason): steps[index].draft.data["fileNotKept"] = .string(reason)
        case .refused:
            steps[index].draft.status = "failed"
            steps[index].draft.message += ", which failed"
        }
        settle(index, at: now)
    }

    private static let captures: Set = ["browser.screenshot", "browser.pdf"]
}
