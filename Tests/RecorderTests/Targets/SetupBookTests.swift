import Synchronization
import Testing

@testable import Recorder

@Suite(.timeLimit(.minutes(3))) final class SetupBookTests {
    private let book = Mutex(SetupBook())

    /// Waits for the answer to a question, and for the set-ups that are under way then.
    private func wait(for question: Int64, meanwhile: () -> Void) async {
        await withCheckedContinuation { continuation in
            book.withLock { $0.wait(1, for: question, continuation) }
            meanwhile()
        }
    }

    private var isWaiting: Bool { book.withLock { $0.isAwaited } }

    @Test func `who waits goes on when the set-ups under way are answered`() async {
        book.withLock { $0.sent(SetupBook.lastCommand, as: 1, session: "S") }
        await wait(for: 2) {
            book.withLock { $0.replied(2) }
            #expect(isWaiting)
            book.withLock { $0.replied(1) }
        }
        #expect(!isWaiting)
    }

    @Test func `a target that ends before it has answered delays nobody, then and later`() async {
        book.withLock { $0.began(as: 1, session: "S") }
        await wait(for: 2) {
            book.withLock { $0.replied(2) }
            book.withLock { $0.ended { $0 != "S" } }
        }
        await wait(for: 3) { book.withLock { $0.replied(3) } }
        #expect(!isWaiting)
    }
}
