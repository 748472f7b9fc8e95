/// What is known of a file before its bytes go into an archive.
public struct ZIPEntry: Sendable, Equatable {
    /// How its bytes are kept.
    public enum Method: UInt16, Sendable {
        /// As they are: for what is compressed already, as pictures and most downloads.
        case store = 0
        /// Deflated (RFC 1951): for text.
        case deflate = 8
    }

    /// Its path, with `/` between folders: 1 to 65,535 bytes of UTF-8. Make it unique and safe with ``ZIPNames`` first.
    public let name: String
    public let method: Method
    /// Milliseconds since 1970. An archive keeps whole seconds; times outside of 1980 to 2107 are moved to the nearest of these.
    public let modifiedAtMs: Int64
    /// Length in bytes; nil when nobody knows it yet.
    public let size: UInt64?
    /// CRC-32 of all its bytes, when it is known before they are written; then the file needs no data descriptor.
    public let crc32: UInt32?

    public init(
        name: String,
        method: Method = .store,
        modifiedAtMs: Int64,
        size: UInt64? = nil,
        crc32: UInt32? = nil
    ) {
        self.name = name
        self.method = method
        self.modifiedAtMs = modifiedAtMs
        self.size = size
        self.crc32 = crc32
    }
}
