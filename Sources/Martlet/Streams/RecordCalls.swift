import JSON

/// The calls that events and activity have alike.
struct RecordCalls<Row: RecordRow>: Sendable {
    let transport: Transport
    /// `events` or `activity`.
    let name: String

    func list(_ run: Martlet.RunID, _ filter: any RecordFilter, _ cursor: String?, _ limit: Int?) async throws
        -> Martlet.Page<Row>
    {
        try await transport.page(
            Row.noun,
            ["runs", run.rawValue, name],
            query: filter.query,
            cursor: cursor,
            limit: limit
        )
    }

    func all(_ run: Martlet.RunID, _ filter: any RecordFilter, after cursor: String?) -> Martlet.Pages<Row> {
        let transport = transport
        let name = name
        return Martlet.Pages { next in
            try await transport.page(
                Row.noun,
                ["runs", run.rawValue, name],
                query: filter.query,
                cursor: next ?? cursor,
                limit: 200
            )
        }
    }

    func stream(_ run: Martlet.RunID, _ filter: any RecordFilter, after cursor: String?) -> Martlet.RecordStream<Row> {
        let path = Path.v1(["runs", run.rawValue, name, "stream"])
        let query = filter.query
        return Martlet.RecordStream { [transport] in
            StreamReader<Row>(transport: transport, path: path, query: query, after: cursor)
        }
    }

    /// The stream's address with a lease in it.
    func streamURL(
        _ run: Martlet.RunID,
        _ filter: any RecordFilter,
        unnamed: Bool,
        expiresIn: Duration?
    ) async throws -> String {
        let lease = try await Martlet.RunLeases(transport: transport).stream(run, expiresIn: expiresIn)
        // The lease's own address says how the server is reached from outside; only what stands behind it is ours to choose.
        let path = Path.v1(["runs", run.rawValue])
        let base = lease.url.firstRange(of: path).map { String(lease.url[..<$0.lowerBound]) }
        var query = filter.query
        query.add("access_token", lease.accessToken)
        if unnamed { query.add("unnamed", "1") }
        return (base ?? transport.configuration.baseURL) + path + "/\(name)/stream" + query.text
    }

    /// The stream's address without any credential.
    func plainStreamURL(_ run: Martlet.RunID, _ filter: any RecordFilter) -> String {
        transport.configuration.baseURL + Path.v1(["runs", run.rawValue, name, "stream"]) + filter.query.text
    }
}
