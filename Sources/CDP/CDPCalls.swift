/// The calls that wait for their reply, and the ids of commands.
///
/// Calls have even ids and commands sent without waiting odd ones, so a reply that comes after its call gave up is
/// known as such without a list of the given up. Chromium reads ids as 32-bit integers, so they start again there.
struct CDPCalls: Sendable {
    enum Answer: Sendable {
        case reply(CDPMessage)
        case closed
        case timeout
        case cancelled
    }

    typealias Caller = CheckedContinuation<Answer, Never>

    /// A call is `opened` until its caller waits; what comes in between is kept as `settled`.
    private enum Call {
        case opened
        case waiting(Caller)
        case settled(Answer)
    }

    private var calls: [Int64: Call] = [:]
    private var isClosed = false
    private var lastSent: Int64 = -1
    private var lastCalled: Int64 = 0

    /// The id of a command whose reply nobody waits for.
    mutating func send() -> Int64 {
        lastSent = lastSent > Int64(Int32.max) - 2 ? 1 : lastSent + 2
        return lastSent
    }

    /// The id of a new call.
    mutating func open() -> Int64 {
        repeat { lastCalled = lastCalled > Int64(Int32.max) - 2 ? 2 : lastCalled + 2 } while calls[lastCalled] != nil
        calls[lastCalled] = isClosed ? .settled(.closed) : .opened
        return lastCalled
    }

    /// Keeps a caller until its call is settled. Returns the answer where that has happened already.
    mutating func wait(for id: Int64, _ caller: Caller) -> Answer? {
        guard case .settled(let answer) = calls[id] else {
            calls[id] = .waiting(caller)
            return nil
        }
        calls[id] = nil
        return answer
    }

    /// Whether a reply with this id belongs to a call, running or given up.
    static func isCall(_ id: Int64) -> Bool { id % 2 == 0 }

    /// Settles a call; the first answer counts. Returns the caller to tell, if it waits.
    mutating func settle(_ id: Int64, _ answer: Answer) -> Caller? {
        switch calls[id] {
        case .opened: calls[id] = .settled(answer)
        case .waiting(let caller):
            calls[id] = nil
            return caller
        case .settled, nil: break
        }
        return nil
    }

    /// Settles all calls, and all that will be opened, as closed. Returns the callers to tell.
    mutating func close() -> [Caller] {
        isClosed = true
        return calls.keys.compactMap { settle($0, .closed) }
    }
}
