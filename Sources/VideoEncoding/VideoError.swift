/// Why a video was not made.
public struct VideoError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Code: Sendable, Equatable {
        /// There is no ffmpeg.
        case encoderMissing
        /// The disk is full.
        case full
        /// The encoder ended with an error; the message has its last words.
        case failed
    }

    public let code: Code
    public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { message }
}
