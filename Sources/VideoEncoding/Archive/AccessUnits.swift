/// Cuts an H.264 byte stream (ITU-T H.264, annex B) at its access unit delimiters: a unit is one picture.
struct AccessUnits {
    private var rest: [UInt8] = []

    /// - Returns: the units that are whole now.
    mutating func add(_ bytes: [UInt8]) -> [AccessUnit] {
        rest += bytes
        let starts = AccessUnit.starts(in: rest).filter { $0 < rest.count && rest[$0] & 0x1F == AccessUnit.delimiter }
        guard starts.count > 1, let last = starts.last else { return [] }
        let units = zip(starts, starts.dropFirst()).map { AccessUnit(rest[$0 - 3..<$1 - 3]) }
        rest.removeFirst(last - 3)
        return units
    }

    /// The stream has ended. - Returns: its last unit.
    mutating func end() -> [AccessUnit] {
        defer { rest = [] }
        return rest.isEmpty ? [] : [AccessUnit(rest[...])]
    }
}

/// One picture of an H.264 stream, with what stands before it.
struct AccessUnit: Sendable, Equatable {
    static let delimiter: UInt8 = 9
    private static let (keySlice, sequence, picture): (UInt8, UInt8, UInt8) = (5, 7, 8)

    /// NAL units without their start codes.
    private let units: [[UInt8]]

    /// - Parameter bytes: NAL units, each behind a start code.
    init(_ bytes: ArraySlice<UInt8>) {
        let bytes = Array(bytes)
        let starts = Self.starts(in: bytes)
        let ends = starts.dropFirst().map { $0 - 3 } + [bytes.count]
        units = zip(starts, ends).map { start, end in
            var unit = bytes[start..<max(start, end)]
            // Zeros before the next start code belong to nothing.
            while unit.last == 0 { unit.removeLast() }
            return Array(unit)
        }
    }

    /// Where NAL units begin: behind each `00 00 01`.
    static func starts(in bytes: [UInt8]) -> [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            var starts: [Int] = []
            var place = 2
            while place < bytes.count {
                let byte = bytes[place]
                if byte == 1, bytes[place - 1] == 0, bytes[place - 2] == 0 { starts.append(place + 1) }
                place += byte > 1 ? 3 : 1
            }
            return starts
        }
    }

    private func units(_ types: ClosedRange<UInt8>) -> [[UInt8]] {
        units.filter { unit in unit.first.map { types.contains($0 & 0x1F) } ?? false }
    }

    var isKey: Bool { !units(Self.keySlice...Self.keySlice).isEmpty }

    /// The picture itself, each part behind its length (ISO/IEC 14496-15, section 5.3).
    var content: [UInt8] {
        units(1...Self.keySlice).flatMap { part in Self.bytes(part.count, 4) + part }
    }

    /// What decoders must know of the whole stream (ISO/IEC 14496-15, section 5.3.3); nil where it is not told.
    var configuration: [UInt8]? {
        guard let sequence = units(Self.sequence...Self.sequence).first, sequence.count > 3,
            let picture = units(Self.picture...Self.picture).first
        else { return nil }
        let head: [UInt8] = [1, sequence[1], sequence[2], sequence[3], 0xFF, 0xE1]
        // Profiles from "high" on say what their samples are: 4:2:0, 8 bits.
        let samples: [UInt8] = [100, 110, 122, 144].contains(sequence[1]) ? [0xFD, 0xF8, 0xF8, 0] : []
        return head + Self.bytes(sequence.count, 2) + sequence + [1] + Self.bytes(picture.count, 2) + picture + samples
    }

    /// The last `count` bytes of a number, the highest first.
    private static func bytes(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}
