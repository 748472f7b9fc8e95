extension Martlet {
    /// The rows of a run as they come: first what is recorded already, then what happens, until the run ends.
    ///
    /// When the connection breaks, falls silent or the server is started again, the stream connects anew after the last row it gave, so every row
    /// comes once, in order, with none left out. It ends when the run has ended. It throws when the server refuses (wrong key, no such run),
    /// or when it could not be reached again for ``Configuration/reconnectPatience``.
    ///
    /// It pulls: while nobody asks for the next row, at most a socket's buffer and one piece of it are held. Each iteration is a connection of its own,
    /// which closes when its task is cancelled or its iterator goes.
    public struct RecordStream<Row: Sendable>: AsyncSequence, Sendable {
        public typealias Element = Row
        let source: @Sendable () -> any RowSource<Row>

        public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(source: source()) }

        public struct AsyncIterator: AsyncIteratorProtocol {
            var source: any RowSource<Row>

            public mutating func next() async throws -> Row? { try await source.next() }
        }
    }
}

/// What an iterator of rows needs; hides the state of a connection from the public type.
protocol RowSource<Row> {
    associatedtype Row
    mutating func next() async throws -> Row?
}
