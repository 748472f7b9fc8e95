import CBrowserSpawn
import ChildProcesses
import Glibc
import Synchronization

/// A running ffmpeg, in a process group of its own. Its calls block, but for `kill`.
final class FFmpegProcess: Sendable {
    private struct State: ~Copyable {
        /// Closed with the last picture.
        var input: Int32
        var isReaped = false
    }

    private let process: pid_t
    private let words: Int32
    private let state: Mutex<State>

    /// - Parameters:
    ///   - file: what it reads; nil: what ``write(_:)`` gives it.
    ///   - output: becomes the child's descriptor 3.
    ///   - niceness: nil: that of the thread that starts it.
    init(_ encoder: Encoder, _ arguments: [String], reading file: Int32? = nil, output: Int32, niceness: Int32? = nil)
        throws(VideoError)
    {
        var (input, words): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
        // A socket rather than a pipe, as writing to it need not raise SIGPIPE when its reader is gone.
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &input) == 0 else { throw Self.failure(errno) }
        guard martlet_pipe(&words) == 0 else {
            input.forEach { close($0) }
            throw Self.failure(errno)
        }
        defer {
            close(input[1])
            close(words[1])
        }
        var child = ChildProcess(
            executable: encoder.path,
            arguments: ["ffmpeg"] + arguments,
            environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C"],
            folder: "/",
            descriptors: [file ?? input[1], -1, words[1], output, -1]
        )
        child.diesWithThread = true
        do throws(ChildProcess.Failure) {
            process = try child.start()
        } catch {
            close(input[0])
            close(words[0])
            throw VideoError(.failed, "\(encoder.path) cannot be started: \(error.reason).")
        }
        self.words = words[0]
        state = Mutex(State(input: input[0]))
        // Before its threads start: they inherit it.
        if let niceness { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), id_t(process), niceness) }
    }

    deinit {
        close(words)
        state.withLock { if $0.input >= 0 { close($0.input) } }
    }

    private static func failure(_ errno: Int32) -> VideoError {
        VideoError(.failed, "ffmpeg cannot be started: \(String(cString: strerror(errno))).")
    }

    /// Returns false when the encoder takes no more: it has ended.
    func write(_ pieces: [[UInt8]]) -> Bool {
        let input = state.withLock { $0.input }
        return input >= 0 && pieces.allSatisfy { Self.send($0, to: input) }
    }

    private static func send(_ bytes: [UInt8], to socket: Int32) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count {
                let rest = UnsafeRawBufferPointer(rebasing: bytes[sent...])
                let count = Glibc.send(socket, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
                guard count > 0 else {
                    if count < 0, errno == EINTR { continue }
                    return false
                }
                sent += count
            }
            return true
        }
    }

    func endInput() {
        state.withLock { state in
            if state.input >= 0 { close(state.input) }
            state.input = -1
        }
    }

    /// How it ended: the exit status, or 128 and the signal's number, and the last 2,000 bytes of what it said.
    typealias End = (status: Int32, words: String)

    /// Waits for its end, and reaps it. Once.
    func end() -> End {
        let words = lastWords()
        _ = martlet_wait_unreaped(process)
        let status = state.withLock { state in
            state.isReaped = true
            kill(-process, SIGKILL)
            return ChildProcess.reap(process)
        }
        return (status, words)
    }

    private func lastWords() -> String {
        var kept: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(words, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            kept = Array((kept + piece[..<count]).suffix(2000))
        }
        return String(decoding: kept, as: UTF8.self)
    }

    /// Ends it at once, with all it has started. Any number of times, also after its end.
    func kill() {
        state.withLock { state in if !state.isReaped { kill(-process, SIGKILL) } }
    }

    private func kill(_ target: pid_t, _ signal: Int32) { _ = Glibc.kill(target, signal) }
}
