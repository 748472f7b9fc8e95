import JSON

extension Martlet {
    /// Runs and what is kept of them.
    public struct Runs: Sendable {
        let transport: Transport

        public var events: RunEvents { RunEvents(transport: transport) }
        public var activity: RunActivity { RunActivity(transport: transport) }
        public var files: RunFiles { RunFiles(transport: transport) }
        public var frames: RunFrames { RunFrames(transport: transport) }
        public var leases: RunLeases { RunLeases(transport: transport) }

        /// A run with its counts and usage. Throws `notFound` (`run.not_found`).
        public func get(_ id: RunID) async throws -> Run {
            try Run(Fields(try await transport.call(.get, "runs", id.rawValue), "run"))
        }

        /// One page of runs, newest first.
        /// - Parameters:
        ///   - cursor: the `nextCursor` of the page before.
        ///   - limit: items on the page; default 50, at most 200.
        public func list(
            spaceID: SpaceID? = nil,
            runtimeID: RuntimeID? = nil,
            status: [RunStatus] = [],
            cursor: String? = nil,
            limit: Int? = nil
        ) async throws -> Page<Run> {
            let query = Self.query(spaceID, runtimeID, status)
            return try await transport.page("run", ["runs"], query: query, cursor: cursor, limit: limit)
        }

        /// As the list of several states, for one.
        public func list(
            spaceID: SpaceID? = nil,
            runtimeID: RuntimeID? = nil,
            status: RunStatus,
            cursor: String? = nil,
            limit: Int? = nil
        ) async throws -> Page<Run> {
            try await list(spaceID: spaceID, runtimeID: runtimeID, status: [status], cursor: cursor, limit: limit)
        }

        /// All runs, newest first, page by page.
        public func all(spaceID: SpaceID? = nil, runtimeID: RuntimeID? = nil, status: [RunStatus] = []) -> Pages<Run> {
            transport.pages("run", ["runs"], query: Self.query(spaceID, runtimeID, status))
        }

        private static func query(_ spaceID: SpaceID?, _ runtimeID: RuntimeID?, _ status: [RunStatus]) -> Query {
            var query: Query = ["spaceId": spaceID?.rawValue, "runtimeId": runtimeID?.rawValue]
            query.add("status", status)
            return query
        }

        /// What a run used so far.
        public func usage(_ id: RunID) async throws -> RunUsage {
            try RunUsage(Fields(try await transport.call(.get, "runs", id.rawValue, "usage"), "usage of a run"))
        }

        /// Waits until the run has ended, however it ended.
        /// - Parameter timeout: nil: for ever. The server is asked again every 30 seconds.
        /// - Returns: the run; still active when the time ran out.
        public func wait(_ id: RunID, timeout: Duration? = nil) async throws -> Run {
            try await transport.wait(
                ["runs", id.rawValue, "wait"],
                timeout: timeout,
                seconds: { .number($0.inSeconds) },
                until: { $0.status != .active },
                read: { try Run(Fields($0, "run")) }
            )
        }

        /// A short-lived address at which a person can watch the run, and with `control: .input` take it over.
        ///
        /// The address carries its own credential, may be put into an iframe, and lapses: make one for each viewer.
        /// - Parameters:
        ///   - expiresIn: default one hour, at most a day, whole seconds.
        ///   - agentInput: what becomes of the agent's clicks and keys while a person steers: they are held, or refused. Martlet's own.
        ///   - name: whom it is for, as everybody sees it who watches. Martlet's own.
        /// - Throws: `conflict` (`run.live_not_active`) when the run has ended.
        public func live(
            _ id: RunID,
            control: Control = .none,
            expiresIn: Duration? = nil,
            agentInput: AgentInput? = nil,
            name: String? = nil
        ) async throws -> Live {
            var body = JSONObject([("control", .string(control.rawValue))], expiresIn: expiresIn)
            body["agentInput"] = agentInput.map { .string($0.rawValue) }
            body["name"] = name.map(JSON.string)
            return try Live(
                Fields(try await transport.call(.post, "runs", id.rawValue, "live", body: .object(body)), "live view")
            )
        }

        /// A short-lived address at which the run is replayed; the page at it waits for what is not ready yet.
        /// - Parameter expiresIn: default one hour, at most a day, whole seconds.
        public func recording(_ id: RunID, expiresIn: Duration? = nil) async throws -> Recording {
            let body = JSONObject([], expiresIn: expiresIn)
            return try Recording(
                Fields(
                    try await transport.call(.post, "runs", id.rawValue, "recording", body: .object(body)),
                    "recording"
                )
            )
        }
    }
}

extension Martlet.Runs {
    /// Deletes the pictures of an ended run before their time; its events and files stay. Martlet's own; other servers have no such call.
    public func deleteRecording(_ id: Martlet.RunID) async throws {
        _ = try await transport.call(.delete, "runs", id.rawValue, "recording")
    }
}

extension JSONObject {
    /// A body with `expiresInSeconds` when a lifetime is asked for.
    init(_ members: [(String, JSON)], expiresIn: Duration?) {
        self.init(members)
        if let expiresIn { self["expiresInSeconds"] = .integer(expiresIn.components.seconds) }
    }
}

extension Duration {
    /// Seconds as a peer sends them; nil for what is no length of time (not a number, more than 30,000 years).
    init?(wireSeconds seconds: Double) {
        guard abs(seconds) < 1e12 else { return nil }
        self = .seconds(seconds)
    }

    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
