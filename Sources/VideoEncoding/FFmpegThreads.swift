import NIOPosix

/// Threads that wait for ffmpeg. They never end, so that an ffmpeg that dies with the thread that started it dies with the server.
enum FFmpegThreads {
    /// A video that is made needs one for its words and one for its pictures; one that is decoded or kept, another for what comes out. One more
    /// may be started ahead.
    private static let pool: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 2 * VideoEncoder.mostAtOnce + 3 * (GroupDecoder.mostAtOnce + 1) + 3)
        pool.start()
        return pool
    }()

    /// Runs `work` on one of them, also when the task is cancelled.
    static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { done in pool.submit { _ in done.resume(returning: work()) } }
    }
}
