#if canImport(Glibc)
    import Glibc
#endif

/// Finds the secrets in one text. One pass over the bytes, and one more for each exact secret; never traps on input.
struct RedactionScanner {
    enum Kind {
        /// The whole text is one URL.
        case url
        /// A text that may have URLs in it.
        case prose
    }

    let bytes: UnsafeBufferPointer<UInt8>
    let kind: Kind
    let redaction: Redaction
    private var found: [Range<Int>] = []

    init(bytes: UnsafeBufferPointer<UInt8>, kind: Kind, redaction: Redaction) {
        self.bytes = bytes
        self.kind = kind
        self.redaction = redaction
    }

    /// The places of all secrets, rising and without overlaps.
    mutating func secrets() -> [Range<Int>] {
        findByPlace()
        for secret in redaction.secrets { find(secret) }
        return redaction.secrets.isEmpty ? found : merged()
    }

    private mutating func findByPlace() {
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            guard Self.isInteresting[Int(byte)], let secret = secret(after: byte, at: position), !secret.isEmpty else {
                continue
            }
            found.append(secret)
            position = secret.upperBound
        }
    }

    private func secret(after byte: UInt8, at position: Int) -> Range<Int>? {
        switch byte {
        case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: ";"): parameter(at: position)
        case UInt8(ascii: ":"): userInfo(at: position)
        case UInt8(ascii: "/"): connectToken(at: position)
        default: kind == .prose ? credentials(at: position - 1) : nil
        }
    }

    private mutating func find(_ secret: [UInt8]) {
        var start = 0
        while let base = bytes.baseAddress, start + secret.count <= bytes.count,
            let match = memchr(base + start, Int32(secret[0]), bytes.count - start - secret.count + 1)
        {
            start = UnsafeRawPointer(match) - UnsafeRawPointer(base)
            if memcmp(base + start, secret, secret.count) == 0 {
                found.append(start..<(start + secret.count))
                start += secret.count
            } else {
                start += 1
            }
        }
    }

    private func merged() -> [Range<Int>] {
        var result: [Range<Int>] = []
        for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound < last.upperBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }

    /// The bytes before which, or with which, a secret's place may begin.
    private static let isInteresting: [Bool] = (0..<256).map { byte in "?#&;:/bB".utf8.contains { Int($0) == byte } }
}
