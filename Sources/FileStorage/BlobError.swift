import Glibc

/// Why bytes could not be stored or read.
public struct BlobError: Error, Sendable, CustomStringConvertible {
    public enum Code: Sendable, Equatable {
        /// There is no such blob or file.
        case missing
        /// The disk is full. Nothing of the blob is kept.
        case full
        /// A file that may not be taken: no regular file, a link, or somebody else's.
        case refused
        /// The disk or the service cannot be used; the message says why.
        case unavailable
    }

    public let code: Code
    public let message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// - Parameter what: the begin of a sentence, without its point.
    public init(errno: Int32, _ what: String) {
        let code: Code =
            switch errno {
            case ENOSPC, EDQUOT: .full
            case ENOENT: .missing
            case ELOOP, EMLINK, ENXIO, EACCES, EPERM: .refused
            default: .unavailable
            }
        self.init(code, "\(what): \(String(cString: strerror(errno))).")
    }

    public var description: String { "\(code): \(message)" }
}
