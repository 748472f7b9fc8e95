public import Store

/// Why the recorder stopped reading.
public enum RecorderEnd: Sendable {
    /// The browser closed the line.
    case closed
    /// Events could not be stored; those of the last batch may be lost.
    case storeFailed(StoreError)
}
