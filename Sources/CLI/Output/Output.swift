import Foundation

/// What a command writes: results on standard output, all else on standard error.
enum Output {
    static func line(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }
    static func text(_ text: String) { write(text, to: STDOUT_FILENO) }
    static func bytes(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }
    static func error(_ text: String) { write(text + "\n", to: STDERR_FILENO) }
    static func note(_ text: String) { write(text, to: STDERR_FILENO) }

    /// Whole, also into a full pipe. When nobody reads standard output any more (`| head`), the process ends as others do: by SIGPIPE, silently.
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
            } else if errno != EINTR {
                return
            }
        }
    }
}
