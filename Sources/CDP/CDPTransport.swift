/// A two-way line of CDP messages to one browser, for one reader.
public protocol CDPTransport: Sendable {
    /// Queues one message (JSON in UTF-8, without a terminator) and returns at once. Messages leave in the order of the calls;
    /// those sent after the line has closed are dropped.
    func send(_ message: [UInt8])

    /// The messages that have come since the last call, in order, at least one; waits while there is none. Nil once the line is closed.
    ///
    /// While nobody calls this, the line stops reading, and the browser feels it: nothing is buffered without bound.
    func receive() async -> [[UInt8]]?

    /// Closes the line. Calling it again does nothing.
    func close()
}
