/// What a header `Range` asks of a representation (RFC 9110, section 14.1.2).
public enum ByteRange: Sendable, Equatable {
    /// Everything: there is no such header, or one that may be passed over (another unit, several ranges, nonsense).
    case whole
    case part(Range<Int64>)
    /// Nothing of it lies in the representation: 416.
    case unsatisfiable

    /// - Parameter size: of the representation, in bytes.
    public init(_ header: String?, size: Int64) {
        guard let header, header.lowercased().hasPrefix("bytes=") else {
            self = .whole
            return
        }
        let bounds = header.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
        guard bounds.count == 2, let first = Self.number(bounds[0]), let last = Self.number(bounds[1]) else {
            self = .whole
            return
        }
        switch (first, last) {
        case (nil, nil): self = .whole
        case (nil, let suffix?): self = suffix > 0 && size > 0 ? .part(max(0, size - suffix)..<size) : .unsatisfiable
        case (let first?, let last):
            guard first <= last ?? .max else {
                self = .whole
                return
            }
            self = first < size ? .part(first..<min(size, (last ?? size - 1).addingOne)) : .unsatisfiable
        }
    }

    /// `.some(nil)` for no digits, nil for what is no number. Numbers too large to hold count as the largest one.
    private static func number(_ text: Substring) -> Int64?? {
        let digits = text.drop { $0 == " " }
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        return .some(digits.isEmpty ? nil : Int64(digits) ?? .max)
    }
}

extension Int64 {
    fileprivate var addingOne: Int64 { self == .max ? self : self + 1 }
}
