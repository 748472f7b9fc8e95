public import Model

/// What goes into an archive of a run.
public struct ExportRequest: Sendable, Equatable {
    /// What there is beside the files.
    public enum Part: String, Sendable, CaseIterable {
        /// All events, one JSON object a line.
        case events
        /// The whole activity, one JSON object a line.
        case activity
        /// The recording, as it is stored.
        case recording
    }

    /// Of the archive; ends in `.zip`.
    public var name: FileName
    /// Types of files; empty: all but earlier exports, which are never in one.
    public var types: Set<String>
    public var parts: Set<Part>

    public init(name: FileName, types: Set<String> = [], parts: Set<Part> = []) {
        self.name = name
        self.types = types
        self.parts = parts
    }
}
