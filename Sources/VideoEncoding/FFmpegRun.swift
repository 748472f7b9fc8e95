/// One run of ffmpeg, from its start to its end. When a task that waits for it is cancelled, or it is dropped, ffmpeg is killed; when the
/// server is killed, ffmpeg dies with it.
final class FFmpegRun: Sendable {
    private let process: FFmpegProcess
    private let ended: Task<FFmpegProcess.End, Never>

    private init(_ process: FFmpegProcess) {
        self.process = process
        ended = Task { await FFmpegThreads.run { process.end() } }
    }

    deinit { process.kill() }

    /// Starts it at a priority below those of recording and agents.
    /// - Parameter output: its descriptor 3.
    /// - Throws: `failed`.
    static func start(_ encoder: Encoder, _ arguments: [String], output: Int32, niceness: Int32)
        async throws(VideoError) -> FFmpegRun
    {
        let started = await FFmpegThreads.run {
            Result { () throws(VideoError) in
                try FFmpegProcess(encoder, arguments, output: output, niceness: niceness)
            }
        }
        return FFmpegRun(try started.get())
    }

    /// Starts it to run only when nobody else wants the processor or the disk.
    /// - Parameter file: what it reads; nil: what ``write(_:)`` gives it.
    /// - Throws: `failed`.
    static func startIdle(_ encoder: Encoder, _ arguments: [String], reading file: Int32? = nil, output: Int32)
        async throws(VideoError) -> FFmpegRun
    {
        let started = await IdleThread.run {
            Result { () throws(VideoError) in
                try FFmpegProcess(encoder, arguments, reading: file, output: output)
            }
        }
        return FFmpegRun(try started.get())
    }

    /// - Throws: `full`, `failed`; `CancellationError`.
    func write(_ pieces: [[UInt8]]) async throws {
        try Task.checkCancellation()
        let taken = await killedWhenCancelled { [process] in await FFmpegThreads.run { process.write(pieces) } }
        guard !taken else { return }
        process.endInput()
        try await end()
        throw VideoError(.failed, "ffmpeg ended before it had all pictures.")
    }

    func endInput() { process.endInput() }

    /// What it puts out next; empty at its end.
    func read(_ output: OutputPipe) async throws -> [UInt8] {
        let bytes = await killedWhenCancelled { await FFmpegThreads.run { output.read() } }
        try Task.checkCancellation()
        return bytes
    }

    /// Waits for its end.
    /// - Throws: unless it ends well; `CancellationError`.
    func end() async throws {
        let (status, words) = await killedWhenCancelled { [ended] in await ended.value }
        try Task.checkCancellation()
        guard status != 0 else { return }
        let last = words.split(separator: "\n").last.map { String($0.prefix(300)) } ?? "without a word"
        let isFull = words.contains("No space left on device")
        throw VideoError(isFull ? .full : .failed, "ffmpeg ended with status \(status): \(last)")
    }

    private func killedWhenCancelled<Value: Sendable>(_ work: @Sendable () async -> Value) async -> Value {
        await withTaskCancellationHandler(operation: work) { process.kill() }
    }
}
