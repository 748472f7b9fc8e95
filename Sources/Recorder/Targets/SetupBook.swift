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

    private var underWay: Set<Int64> = []
    private var waiters: [Int: Waiter] = [:]

    mutating func sent(_ method: String, as id: Int64) {
        if method == Self.lastCommand { began(as: id) }
    }

    /// A set-up ends with the answer to this command.
    mutating func began(as id: Int64) { underWay.insert(id) }

    mutating func wait(_ number: Int, for question: Int64, _ continuation: CheckedContinuation<Void, Never>) {
        waiters[number] = Waiter(question: question, continuation: continuation)
    }

    /// Takes a reply, in its place among the browser's messages, after what came before it was carried out.
    mutating func replied(_ id: Int64) {
        underWay.remove(id)
        for number in waiters.keys {
            if waiters[number]?.question == id {
                waiters[number]?.question = nil
                waiters[number]?.setups = underWay
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
        underWay = []
    }
}
