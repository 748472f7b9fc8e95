import CBrowserSpawn
import NIOPosix

/// A thread for work that has time: it has the processor and the disk only when nobody else wants them, and so have the programs that are
/// started on it. Work goes in order.
public enum IdleThread {
    private static let pool: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 1)
        pool.start()
        pool.submit { _ in martlet_idle_thread() }
        return pool
    }()

    /// Runs `work` on it, also when the task is cancelled. It may block.
    public static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { done in pool.submit { _ in done.resume(returning: work()) } }
    }
}
