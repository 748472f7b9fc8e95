/// Writes pictures with times as a Matroska stream (RFC 9559), the one form in which ffmpeg takes pictures' own times from a pipe: its
/// readers of bare images count 25 a second.
struct MatroskaStream: Sendable {
    enum Codec: Sendable {
        case jpeg
        /// The configuration is that of ``AccessUnit/configuration``.
        case h264(width: Int, height: Int, [UInt8])
    }

    private let codec: Codec

    init(_ codec: Codec) { self.codec = codec }

    /// What comes first. Times are milliseconds.
    var head: [UInt8] {
        let document =
            Self.number([0x42, 0x86], 1) + Self.number([0x42, 0xF7], 1) + Self.number([0x42, 0xF2], 4)
            + Self.number([0x42, 0xF3], 8) + Self.text([0x42, 0x82], "matroska")
            + Self.number([0x42, 0x87], 4) + Self.number([0x42, 0x85], 2)
        // A segment of unknown size: it ends with the stream (RFC 8794, section 6.2).
        let segment: [UInt8] = [0x18, 0x53, 0x80, 0x67, 0x01] + [UInt8](repeating: 0xFF, count: 7)
        return Self.element([0x1A, 0x45, 0xDF, 0xA3], document) + segment + information + tracks
    }

    private var information: [UInt8] {
        let nanoseconds = Self.number([0x2A, 0xD7, 0xB1], 1_000_000)
        return Self.element(
            [0x15, 0x49, 0xA9, 0x66],
            nanoseconds + Self.text([0x4D, 0x80], "Martlet") + Self.text([0x57, 0x41], "Martlet")
        )
    }

    private var tracks: [UInt8] {
        let track =
            Self.number([0xD7], 1) + Self.number([0x73, 0xC5], 1) + Self.number([0x83], 1) + Self.number([0x9C], 0)
            + kind
        return Self.element([0x16, 0x54, 0xAE, 0x6B], Self.element([0xAE], track))
    }

    private var kind: [UInt8] {
        switch codec {
        case .jpeg:
            // Each JPEG tells its own size. A first one that is much lower than the track says would be taken for half of an interlaced
            // picture, so the track says that it is as low as can be.
            Self.text([0x86], "V_MJPEG") + Self.size(width: 2, height: 2)
        case .h264(let width, let height, let configuration):
            Self.text([0x86], "V_MPEG4/ISO/AVC") + Self.element([0x63, 0xA2], configuration)
                + Self.size(width: width, height: height)
        }
    }

    private static func size(width: Int, height: Int) -> [UInt8] {
        element([0xE0], number([0xB0], width) + number([0xBA], height))
    }

    /// What stands before and after a picture: a cluster of its own, so that its time may be any.
    /// - Parameters:
    ///   - lasting: its length; nil: until the next.
    ///   - size: the picture's, in bytes.
    ///   - isKey: it can be decoded without those before it.
    func cluster(
        at milliseconds: Int64,
        lasting: Int64? = nil,
        size: Int,
        isKey: Bool = true
    ) -> (before: [UInt8], after: [UInt8]) {
        // Track 1, no time of its own within the cluster; the last byte's top bit: a key frame (simple blocks only).
        let head: [UInt8] = [0x81, 0, 0, lasting == nil && isKey ? 0x80 : 0]
        let time = Self.number([0xE7], Int(milliseconds))
        let length = lasting.map { Self.number([0x9B], Int($0)) } ?? []
        let block = head.count + size
        var content = time
        if lasting == nil {
            content += [0xA3] + Self.size(block)
        } else {
            let inner = [0xA1] + Self.size(block)
            content += [0xA0] + Self.size(inner.count + block + length.count) + inner
        }
        content += head
        let whole = content.count + size + length.count
        return ([0x1F, 0x43, 0xB6, 0x75] + Self.size(whole) + content, length)
    }

    private static func element(_ id: [UInt8], _ content: [UInt8]) -> [UInt8] { id + size(content.count) + content }

    private static func number(_ id: [UInt8], _ number: Int) -> [UInt8] { element(id, bytes(number)) }

    private static func text(_ id: [UInt8], _ text: String) -> [UInt8] { element(id, Array(text.utf8)) }

    /// A size in eight bytes (RFC 8794, section 4).
    private static func size(_ count: Int) -> [UInt8] { [0x01] + bytes(count).dropFirst() }

    private static func bytes(_ number: Int) -> [UInt8] {
        withUnsafeBytes(of: UInt64(clamping: number).bigEndian) { Array($0) }
    }
}
