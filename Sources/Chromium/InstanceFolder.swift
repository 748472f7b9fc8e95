import CBrowserSpawn
import Glibc

/// The folder of one server's runs: `ROOT/instance-RANDOM`, locked as long as the server lives.
final class InstanceFolder: Sendable {
    static let prefix = "instance-"
    static let lockName = ".lock"

    let path: String
    private let lock: Int32

    init(in root: String) throws(BrowserError) {
        path = "\(root)/\(Self.prefix)\(String(UInt64.random(in: .min ... .max), radix: 36))"
        try Folder.make(path, mode: 0o711)
        lock = Glibc.open("\(path)/\(Self.lockName)", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            throw .startFailed("The folder \(path) cannot be locked: \(String(cString: strerror(errno))).")
        }
    }

    deinit { close(lock) }

    /// False while the server that made the folder lives.
    static func isAbandoned(_ path: String) -> Bool {
        let lock = Glibc.open("\(path)/\(lockName)", O_RDWR | O_CLOEXEC)
        // Made a moment ago and not locked yet, or its deletion was cut short after the lock: only age tells.
        guard lock >= 0 else { return Folder.age(of: path) > 60 }
        defer { close(lock) }
        return flock(lock, LOCK_EX | LOCK_NB) == 0
    }
}
