import Synchronization

/// A UUID of version 7 (RFC 9562, section 5.7): its text sorts by the time of its making.
///
/// Values made by one process are strictly increasing, also within one millisecond.
public struct UUIDv7: Hashable, Sendable, Comparable {
    /// The 48 bits of Unix milliseconds, the version and the 12 bits after it.
    public let high: UInt64
    /// The variant and the last 62 bits.
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A value of given parts: `fieldA` is 12 bits wide, `fieldB` 62; what is wider is cut.
    public init(milliseconds: Int64, fieldA: UInt64, fieldB: UInt64) {
        high = UInt64(bitPattern: milliseconds) << 16 | 0x7000 | (fieldA & 0xFFF)
        low = 0x8000_0000_0000_0000 | (fieldB & 0x3FFF_FFFF_FFFF_FFFF)
    }

    /// A new value of the present moment.
    public init() {
        let now = Timestamp.now.milliseconds
        let (milliseconds, counter) = Self.clock.withLock { clock in clock.next(now) }
        self.init(milliseconds: milliseconds, fieldA: counter, fieldB: .random(in: 0...UInt64.max))
    }

    public var milliseconds: Int64 { Int64(high >> 16) }
    public var fieldA: UInt64 { high & 0xFFF }
    public var fieldB: UInt64 { low & 0x3FFF_FFFF_FFFF_FFFF }

    public static func < (left: UUIDv7, right: UUIDv7) -> Bool { (left.high, left.low) < (right.high, right.low) }

    /// The last millisecond given out and how many values it has had (RFC 9562, section 6.2, method 1).
    private struct Clock: Sendable {
        var milliseconds: Int64 = 0
        var counter: UInt64 = 0

        mutating func next(_ now: Int64) -> (Int64, UInt64) {
            if now > milliseconds {
                (milliseconds, counter) = (now, 0)
            } else if counter == 0xFFF {
                (milliseconds, counter) = (milliseconds + 1, 0)
            } else {
                counter += 1
            }
            return (milliseconds, counter)
        }
    }

    private static let clock = Mutex(Clock())
}

extension UUIDv7: LosslessStringConvertible {
    /// Lowercase text with hyphens. Any UUID's text is read, whatever its version and case; nil for other text.
    public init?(_ text: String) {
        guard text.utf8.count == 36 else { return nil }
        var digits: [UInt64] = []
        digits.reserveCapacity(32)
        for (index, byte) in text.utf8.enumerated() {
            if [8, 13, 18, 23].contains(index) {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard byte < 0x80, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
                digits.append(UInt64(digit))
            }
        }
        high = digits[..<16].reduce(0) { $0 << 4 | $1 }
        low = digits[16...].reduce(0) { $0 << 4 | $1 }
    }

    public var description: String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            var position = 0
            for nibble in 0..<32 {
                if [8, 12, 16, 20].contains(nibble) {
                    buffer[position] = UInt8(ascii: "-")
                    position += 1
                }
                let word = nibble < 16 ? high : low
                let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - (nibble % 16) * 4)) & 0xF
                buffer[position] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
                position += 1
            }
            return position
        }
    }
}
