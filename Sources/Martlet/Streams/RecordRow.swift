/// A row of a run's record, which is listed and streamed.
protocol RecordRow: Resource {
    /// The name of its frames in a stream.
    static var frameName: String { get }
    /// What it is called in errors.
    static var noun: String { get }
    /// What a stream is asked for to go on after this row.
    var cursor: String { get }
}

/// Which rows of a run's record.
protocol RecordFilter: Sendable {
    var query: Query { get }
}
