import JSON
public import Model

/// The body of `dashboard.links.create`: where in the dashboard the link leads.
public struct DashboardLinkRequest: Sendable, Equatable {
    /// Nil: to the list of runs.
    public let runID: RunID?

    public init(_ reader: ObjectReader) throws(APIError) {
        guard let text = try reader.text("runId", length: 1...64) else {
            runID = nil
            return
        }
        guard let id = RunID(text) else { throw reader.invalid("runId", "must be a UUID.") }
        runID = id
    }
}

/// The body of `dashboard.sessions.create`.
public struct DashboardSessionRequest: Sendable, Equatable {
    public let code: String

    public init(_ reader: ObjectReader) throws(APIError) {
        guard let code = try reader.text("code", length: 1...255) else { throw reader.missing("code") }
        self.code = code
    }
}
