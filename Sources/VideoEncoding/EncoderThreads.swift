import NIOPosix

/// Threads that wait for encoders. They never end, so that an encoder that dies with the thread that started it dies with the server.
enum EncoderThreads {
    /// An encoder needs one for its words and one for its pictures.
    private static let pool: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 2 * VideoEncoder.mostAtOnce)
        pool.start()
        return pool
    }()

    /// Runs `work` on one of them, also when the task is cancelled.
    static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { done in pool.submit { _ in done.resume(returning: work()) } }
    }
}
