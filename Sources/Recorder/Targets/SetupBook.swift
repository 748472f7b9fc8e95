/// Which targets have been told to be recorded and have not yet answered, and who waits for that.
///
/// Replies come in the order of the commands of a session, so the reply to the last command of a setup says that all of it holds.
struct SetupBook: Sendable {
    /// The last command of a session's setup.
    static let lastCommand = "Runtime.runIfWaitingForDebugger"

    private struct Waiter {
        /// The question to the browser whose answer comes after everything it has told before; nil once answered.
        var question: Int64?
        /// The setups under way when that answer came.
        var setups: Set<Int64> = []
        let continuation: CheckedContinuation<Void, Never>
    }

    /// By the command with whose answer it ends: the session.
    private var underWay: [Int64: String] = [:]
    private var waiters: [Int: Waiter] = [:]

    /// Whether somebody waits.
    var isAwaited: Bool { !waiters.isEmpty }

    mutating func sent(_ method: String, as id: Int64, session: String?) {
        if method == Self.lastCommand, let session { began(as: id, session: session) }
    }

    /// A set-up ends with the answer to this command.
    mutating func began(as id: Int64, session: String) { underWay[id] = session }

    /// Sessions are over: nothing of them is answered any more.
    /// - Parameter isOpen: whether a session is not.
    mutating func ended(unless isOpen: (String) -> Bool) {
        for id in underWay.filter({ !isOpen($0.value) }).keys { replied(id) }
    }

    mutating func wait(_ number: Int, for question: Int64, _ continuation: CheckedContinuation<Void, Never>) {
        waiters[number] = Waiter(question: question, continuation: continuation)
    }

    /// Takes a reply, in its place among the browser's messages, after what came before it was carried out.
    mutating func replied(_ id: Int64) {
        underWay[id] = nil
        for number in waiters.keys {
            if waiters[number]?.question == id {
                waiters[number]?.question = nil
                waiters[number]?.setups = Set(underWay.keys)
            }
            waiters[number]?.setups.remove(id)
            if waiters[number]?.question == nil, waiters[number]?.setups.isEmpty == true { giveUp(number) }
        }
    }

    /// Lets a waiter go on, whatever it waits for. False when it has gone on already.
    @discardableResult
    mutating func giveUp(_ number: Int) -> Bool {
        guard let waiter = waiters.removeValue(forKey: number) else { return false }
        waiter.continuation.resume()
        return true
    }

    /// The run is over: nobody waits any more.
    mutating func giveUpAll() {
        for number in waiters.keys { giveUp(number) }
        underWay = [:]
    }
}
