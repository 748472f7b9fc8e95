/// Why an archive cannot be written as asked. Nothing of the refused step was written.
public struct ZIPError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kind of failure. New kinds may come.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        public let description: String
        /// A name that is empty or longer than 65,535 bytes.
        public static let name = Code(description: "name")
        /// The bytes were not as many as announced, or have another CRC-32: the archive would be false.
        public static let mismatch = Code(description: "mismatch")
        /// zlib could not go on, as without memory.
        public static let compression = Code(description: "compression")
    }

    public let code: Code
    public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { "\(code): \(message)" }
}
