public import JSON
import Synchronization

/// Commands to one browser and what it says back, over one ``CDPTransport``.
///
/// Commands may be sent from any task; those of one task leave in the order of its calls. Exactly one task calls
/// ``receive()`` in a loop: without it no ``call(_:_:session:timeout:)`` is answered, and the line stops reading.
public final class CDPConnection: Sendable {
    private let transport: any CDPTransport
    private let calls = Mutex(CDPCalls())
    private let onMalformed: @Sendable (CDPError) -> Void
    private let waits = Atomic(false)
    /// Whether ``receive()`` waits for the browser: what has come before was returned, and its caller has come back for more.
    public var isWaiting: Bool { waits.load(ordering: .acquiring) }

    /// - Parameter onMalformed: Told of each message that is skipped because it is no CDP message; must return at once.
    public init(transport: any CDPTransport, onMalformed: @escaping @Sendable (CDPError) -> Void = { _ in }) {
        self.transport = transport
        self.onMalformed = onMalformed
    }

    /// Sends a command and does not wait. Its reply comes out of ``receive()``. On a closed line it is dropped.
    /// - Returns: The id that the reply will carry. Ids start again after 2^30 commands.
    @discardableResult
    public func send(_ method: String, _ params: JSONObject = [:], session: String? = nil) -> Int64 {
        let id = calls.withLock { $0.send() }
        transport.send(Self.command(id: id, method, params, session: session))
        return id
    }

    /// Sends a command and waits for its result.
    /// - Parameter timeout: How long to wait for the reply; default 10 seconds.
    /// - Throws: ``CDPError`` `refused`, `closed`, `timeout`, `cancelled` (the caller's task was cancelled) or `malformed` (a result
    ///   that is no JSON). After `timeout` and `cancelled` the reply is forgotten when it comes.
    public func call(
        _ method: String,
        _ params: JSONObject = [:],
        session: String? = nil,
        timeout: Duration = .seconds(10)
    ) async throws(CDPError) -> JSON {
        try await result(of: begin(method, params, session: session), timeout: timeout)
    }

    /// Sends a command now, so that it leaves in its place among others, whose result is waited for later, exactly once.
    public func begin(_ method: String, _ params: JSONObject = [:], session: String? = nil) -> CDPCall {
        let id = calls.withLock { $0.open() }
        transport.send(Self.command(id: id, method, params, session: session))
        return CDPCall(id: id, method: method)
    }

    /// Waits for the result of a command; see ``call(_:_:session:timeout:)``.
    public func result(of call: CDPCall, timeout: Duration = .seconds(10)) async throws(CDPError) -> JSON {
        let id = call.id
        let answer = await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.giveUp(id, after: timeout) }
            let answer = await self.answer(to: id)
            group.cancelAll()
            return answer
        }
        return try Self.result(answer, of: call.method, timeout: timeout)
    }

    /// The events that have come, and the replies to ``send(_:_:session:)``, in order, at least one; waits while there is none.
    /// Replies to calls are handed to their callers, and what is no CDP message is skipped.
    /// - Returns: Nil once the line is closed; all calls that wait have failed by then.
    public func receive() async -> [CDPMessage]? {
        while let batch = await next() {
            let messages = batch.compactMap(sorted)
            if !messages.isEmpty { return messages }
        }
        failAll()
        return nil
    }

    /// Closes the line. Calls that wait, and all later ones, fail with `closed`. Calling it again does nothing.
    public func close() {
        transport.close()
        failAll()
    }

    private func next() async -> [[UInt8]]? {
        waits.store(true, ordering: .releasing)
        defer { waits.store(false, ordering: .releasing) }
        return await transport.receive()
    }

    /// Nil for replies to calls, which go to their callers, and for what is no message.
    private func sorted(_ bytes: [UInt8]) -> CDPMessage? {
        do throws(CDPError) {
            let message = try CDPMessage(bytes)
            guard message.isReply, let id = message.id, CDPCalls.isCall(id) else { return message }
            settle(id, .reply(message))
        } catch {
            onMalformed(error)
        }
        return nil
    }

    private func answer(to id: Int64) async -> CDPCalls.Answer {
        await withCheckedContinuation { caller in
            if let answer = calls.withLock({ $0.wait(for: id, caller) }) { caller.resume(returning: answer) }
        }
    }

    private func giveUp(_ id: Int64, after timeout: Duration) async {
        do {
            try await Task.sleep(for: timeout)
            settle(id, .timeout)
        } catch {
            settle(id, .cancelled)
        }
    }

    private func settle(_ id: Int64, _ answer: CDPCalls.Answer) {
        calls.withLock { $0.settle(id, answer) }?.resume(returning: answer)
    }

    private func failAll() {
        for caller in calls.withLock({ $0.close() }) { caller.resume(returning: .closed) }
    }
}

/// A command that was sent and whose result is to be waited for.
public struct CDPCall: Sendable {
    let id: Int64
    let method: String
}
