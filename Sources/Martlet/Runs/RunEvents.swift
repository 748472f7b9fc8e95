extension Martlet {
    /// The events of a run, oldest first.
    public struct RunEvents: Sendable {
        private let calls: RecordCalls<Event>

        init(transport: Transport) { calls = RecordCalls(transport: transport, name: "events") }

        /// One page.
        /// - Parameters:
        ///   - cursor: the `nextCursor` of the page before, or the id of an event: what follows it.
        ///   - limit: items on the page; default 50, at most 200.
        public func list(
            _ run: RunID,
            matching filter: EventFilter = EventFilter(),
            cursor: String? = nil,
            limit: Int? = nil
        ) async throws -> Page<Event> {
            try await calls.list(run, filter, cursor, limit)
        }

        /// All events up to the present end, page by page. It does not follow an active run; ``stream(_:matching:after:)`` does.
        /// - Parameter after: begin behind this event; nil: at the first.
        public func all(
            _ run: RunID,
            matching filter: EventFilter = EventFilter(),
            after: EventID? = nil
        ) -> Pages<Event> {
            calls.all(run, filter, after: after?.rawValue)
        }

        /// All events, and then those that come, until the run ends. It reconnects by itself: see ``RecordStream``.
        /// - Parameter after: begin behind this event; nil: at the first.
        public func stream(
            _ run: RunID,
            matching filter: EventFilter = EventFilter(),
            after: EventID? = nil
        ) -> RecordStream<Event> {
            calls.stream(run, filter, after: after?.rawValue)
        }

        /// An address of the stream that needs no key: it carries a lease on this run's streams. For `EventSource` in a page.
        /// - Parameters:
        ///   - unnamed: leaves the frames' names out, so that `new EventSource(url).onmessage` hears them.
        ///   - expiresIn: the lease's time; default one hour, at most a day. A secret until then.
        /// - Throws: `notFound` from servers without leases, such as the vendor's: use ``plainStreamURL(_:matching:)`` there.
        public func streamURL(
            _ run: RunID,
            matching filter: EventFilter = EventFilter(),
            unnamed: Bool = false,
            expiresIn: Duration? = nil
        ) async throws -> String {
            try await calls.streamURL(run, filter, unnamed: unnamed, expiresIn: expiresIn)
        }

        /// The stream's address, for a reader that sends `Authorization: Bearer KEY` itself. Asks nobody.
        public func plainStreamURL(_ run: RunID, matching filter: EventFilter = EventFilter()) -> String {
            calls.plainStreamURL(run, filter)
        }
    }
}
