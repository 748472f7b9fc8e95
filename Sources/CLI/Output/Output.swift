import Foundation

/// What a command writes: results on standard output, all else on standard error.
enum Output {
    static func line(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }
    static func text(_ text: String) { write(text, to: STDOUT_FILENO) }
    static func bytes(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }
    static func error(_ text: String) { write(text + "\n", to: STDERR_FILENO) }
    static func note(_ text: String) { write(text, to: STDERR_FILENO) }

    /// Whole, also into a full pipe. Where standard output takes no more, as on a full disk, the process says so and fails. When nobody reads standard output any more (`| head`), the process ends as others do: by SIGPIPE, silently.
    private static func write(_ text: String, to descriptor: Int32) { write(Array(text.utf8), to: descriptor) }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EPIPE, descriptor == STDOUT_FILENO {
                signal(SIGPIPE, SIG_DFL)
                raise(SIGPIPE)
            } else if errno == EAGAIN {
                waitForRoom(descriptor)
            } else if errno != EINTR {
                guard descriptor == STDOUT_FILENO else { return }
                fail(errno)
            }
        }
    }

    /// In a pipe that does not block.
    private static func waitForRoom(_ descriptor: Int32) {
        var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&entry, 1, -1)
    }

    private static func fail(_ number: Int32) -> Never {
        error("martlet: Standard output cannot be written: \(String(cString: strerror(number))).")
        exit(ExitStatus.failure.rawValue)
    }
}
