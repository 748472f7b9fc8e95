import Glibc

/// What a browser writes to its standard error.
struct BrowserOutput {
    private let descriptor: Int32
    private var line = ListeningLine()
    private(set) var words = LastWords()
    /// Set once the browser has printed where it listens.
    private(set) var address: ListeningLine.Address?

    init(descriptor: Int32) {
        self.descriptor = descriptor
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }

    var pollEntry: pollfd { pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0) }

    /// Reads once. False at the end.
    mutating func read() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 8192)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count > 0 else { return count < 0 && (errno == EAGAIN || errno == EINTR) }
        words.append(bytes[..<count])
        if address == nil { address = line.read(bytes[..<count]) }
        return true
    }

    /// Reads what is left, at most a pipe full.
    mutating func drain() {
        for _ in 0..<16 {
            var entry = pollEntry
            guard poll(&entry, 1, 0) > 0, read() else { return }
        }
    }

    func close() { _ = Glibc.close(descriptor) }
}
