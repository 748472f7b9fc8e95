import Model
import Testing

@testable import ControlPlane

@Suite(.timeLimit(.minutes(3))) struct ArchiveTurnTests {
    private let run = RunID()

    @Test func `A deletion breaks the archiving off, and waits until it is over`() async throws {
        let (turn, steps) = (ArchiveTurn(), Steps())
        let archiving = Task {
            try await turn.archive(run) {
                await steps.add("archives")
                do { try await Task.sleep(for: .seconds(50)) } catch { await steps.add("broken off") }
                try Task.checkCancellation()
            }
        }
        while await steps.all.isEmpty { await Task.yield() }
        try await turn.without(run) { await steps.add("deletes") }
        await #expect(throws: CancellationError.self) { try await archiving.value }
        #expect(await steps.all == ["archives", "broken off", "deletes"])
    }

    @Test func `What is being deleted is not archived`() async throws {
        let (turn, steps) = (ArchiveTurn(), Steps())
        try await turn.without(run) {
            await #expect(throws: CancellationError.self) {
                try await turn.archive(run) { await steps.add("archives") }
            }
            try await turn.archive(RunID()) { await steps.add("another") }
        }
        try await turn.archive(run) { await steps.add("afterwards") }
        #expect(await steps.all == ["another", "afterwards"])
    }
}

private actor Steps {
    private(set) var all: [String] = []
    func add(_ step: String) { all.append(step) }
}
