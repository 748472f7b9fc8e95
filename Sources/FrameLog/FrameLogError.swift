/// Why a recording could not be written or read.
public struct FrameLogError: Error, Equatable, CustomStringConvertible {
    public enum Code: Sendable, Equatable {
        /// There is no recording in that folder, or it was deleted.
        case notFound
        /// A newer Martlet has written it. The message names both versions.
        case newerVersion
        /// What was asked for does not match its checksum. The rest of the recording can be read.
        case damaged
        /// The pictures are in a video, and there is no program that decodes it. The message says which one is needed.
        case decoderMissing
        /// The disk is full.
        case full
        /// The file system refused; the message says what.
        case unavailable
    }

    public let code: Code
    public let message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { message }
}
