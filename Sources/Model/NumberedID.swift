/// The id of one numbered row of a run's record: a UUIDv7 that carries the row's number in its run, so that it sorts as its
/// number and is a cursor by itself. `Row` tells what is numbered, so that ids of different records cannot be mixed up.
///
/// Bits: 48 of Unix milliseconds at numbering (never decreasing in a run), then the number (40 bits: 12 before the variant, 28 after), then
/// 34 bits of the run's own id, changed by the kind of row.
public struct NumberedID<Row: NumberedRow>: Hashable, Sendable, Comparable, LosslessStringConvertible {
    public let uuid: UUIDv7

    public init(run: RunID, number: Int64, milliseconds: Int64) {
        let number = UInt64(number) & 0xFF_FFFF_FFFF
        uuid = UUIDv7(
            milliseconds: milliseconds,
            fieldA: number >> 28,
            fieldB: (number & 0xFFF_FFFF) << 34 | Self.tag(run)
        )
    }

    /// Nil when the text is no UUID. Whether it is a row of a certain run, ``belongs(to:)`` tells.
    public init?(_ text: String) {
        guard let uuid = UUIDv7(text) else { return nil }
        self.uuid = uuid
    }

    public var number: Int64 { Int64(uuid.fieldA << 28 | uuid.fieldB >> 34) }

    public func belongs(to run: RunID) -> Bool { uuid.fieldB & 0x3_FFFF_FFFF == Self.tag(run) }

    public var description: String { uuid.description }

    public static func < (left: Self, right: Self) -> Bool { left.uuid < right.uuid }

    private static func tag(_ run: RunID) -> UInt64 { (run.uuid.low ^ Row.idMark) & 0x3_FFFF_FFFF }
}

/// The id of an event.
public typealias EventID = NumberedID<Event>

/// A row of a run's record as readers get it: numbered from 1 without gaps, in its final text.
public protocol NumberedRow: Sendable {
    var id: NumberedID<Self> { get }
    /// Tells the ids of one record from those of the others. Once given, it never changes.
    static var idMark: UInt64 { get }
    /// The whole wire object (`{"id":...}`) as UTF-8: lists and streams copy it, nothing renders it again.
    var json: [UInt8] { get }
}

extension NumberedRow {
    public var number: Int64 { id.number }
}
