/// Why a client could not be joined with a browser. Nothing has been answered to the client yet.
public struct SpliceError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kind of failure. New kinds may come.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        public let description: String
        /// Nothing listens at the port, or the browser hung up; a retry may find it started again.
        public static let unreachable = Code(description: "unreachable")
        /// The browser did not answer in time (``SpliceOptions/connectTimeout``).
        public static let timeout = Code(description: "timeout")
        /// The browser has no such page, or the path could not be one.
        public static let noSuchTarget = Code(description: "noSuchTarget")
        /// The browser answered something other than the upgrade.
        public static let refused = Code(description: "refused")
    }

    public let code: Code
    public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// An ``Code/unreachable`` for causes that are found outside of this room.
    public static func unreachable(_ message: String) -> SpliceError { SpliceError(.unreachable, message) }

    public var description: String { "\(code): \(message)" }
}
