import Dispatch

/// A thread for work on files that may block, away from the tasks' own threads. Work goes in order.
final class FileLane: Sendable {
    private let queue: DispatchQueue

    init(_ name: String) { queue = DispatchQueue(label: name, qos: .utility) }

    /// Runs `work` on the lane and waits for it.
    func run<Value: Sendable>(
        _ work: @escaping @Sendable () throws(FrameLogError) -> Value
    ) async throws(FrameLogError) -> Value {
        let result: Result<Value, FrameLogError> = await withCheckedContinuation { done in
            queue.async { done.resume(returning: Result(catching: work)) }
        }
        return try result.get()
    }

    /// Runs `work` on the lane some time later.
    func add(after pause: Duration = .zero, _ work: @escaping @Sendable () -> Void) {
        guard pause > .zero else { return queue.async(execute: work) }
        let (seconds, attoseconds) = pause.components
        queue.asyncAfter(deadline: .now() + Double(seconds) + Double(attoseconds) / 1e18, execute: work)
    }

    /// Lanes for readers, taken in turn: at most four reads block at once.
    static let readers = (0..<4).map { FileLane("martlet.recording.reader.\($0)") }

    static func reader(of folder: String) -> FileLane {
        readers[Int(UInt(bitPattern: folder.hashValue) % UInt(readers.count))]
    }
}
