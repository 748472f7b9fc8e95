import NIOPosix

/// Threads for calls to the disk, which block. They are apart from the cooperative pool, from event loops, and from the pool that
/// processes and databases use, so that a slow disk holds up files only.
public enum FileThreads {
    /// Work comes in pieces of at most some MiB, so a few threads serve many files in turn.
    static let count = 4

    private static let pool: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: count)
        pool.start()
        return pool
    }()

    /// Runs `work` on one of the threads, also when the task is cancelled, so that what it must clean up is cleaned up.
    public static func run<Value: Sendable, Failure: Error>(
        _ work: @escaping @Sendable () throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let result: Result<Value, Failure> = await withCheckedContinuation { continuation in
            pool.submit { _ in continuation.resume(returning: Result { () throws(Failure) in try work() }) }
        }
        return try result.get()
    }
}
