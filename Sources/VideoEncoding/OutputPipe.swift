import CBrowserSpawn
import Glibc
import Synchronization

/// A pipe out of an ffmpeg.
final class OutputPipe: Sendable {
    private let readingEnd: Int32
    /// Given to the ffmpeg; below zero once it is closed here.
    private let ownWritingEnd: Mutex<Int32>

    /// - Throws: `failed`.
    init() throws(VideoError) {
        var ends: [Int32] = [-1, -1]
        let result = martlet_pipe(&ends)
        guard result == 0 else {
            throw VideoError(.failed, "ffmpeg cannot be started: \(String(cString: strerror(-result))).")
        }
        readingEnd = ends[0]
        ownWritingEnd = Mutex(ends[1])
        martlet_widen_pipe(readingEnd, 1 << 20)
    }

    deinit {
        closeWritingEnd()
        close(readingEnd)
    }

    var writingEnd: Int32 { ownWritingEnd.withLock { $0 } }

    /// To be called when the ffmpeg has it: only then does the pipe end with it.
    func closeWritingEnd() {
        ownWritingEnd.withLock { end in
            if end >= 0 { close(end) }
            end = -1
        }
    }

    /// What comes next, at most 256 KiB; empty at the end. Blocks.
    func read() -> [UInt8] {
        let size = 256 * 1024
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            var count = -1
            repeat { count = Glibc.read(readingEnd, buffer.baseAddress, size) } while count < 0 && errno == EINTR
            filled = max(0, count)
        }
    }
}
