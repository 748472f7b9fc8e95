import JSON

/// The id of an event: a UUIDv7 that carries the event's number in its run, so that it sorts as its number and is
/// a cursor by itself.
///
/// Bits: 48 of Unix milliseconds at numbering (never decreasing in a run), then the number (40 bits: 12 before the variant, 28 after), then
/// 34 bits of the run's own id.
public struct EventID: Hashable, Sendable, Comparable, LosslessStringConvertible {
    public let uuid: UUIDv7

    public init(run: RunID, number: Int64, milliseconds: Int64) {
        let number = UInt64(number) & 0xFF_FFFF_FFFF
        uuid = UUIDv7(
            milliseconds: milliseconds,
            fieldA: number >> 28,
            fieldB: (number & 0xFFF_FFFF) << 34 | Self.tag(run)
        )
    }

    /// Nil when the text is no UUID. Whether it is an event of a certain run, ``belongs(to:)`` tells.
    public init?(_ text: String) {
        guard let uuid = UUIDv7(text) else { return nil }
        self.uuid = uuid
    }

    public var number: Int64 { Int64(uuid.fieldA << 28 | uuid.fieldB >> 34) }

    public func belongs(to run: RunID) -> Bool { uuid.fieldB & 0x3_FFFF_FFFF == Self.tag(run) }

    public var description: String { uuid.description }

    public static func < (left: Self, right: Self) -> Bool { left.uuid < right.uuid }

    private static func tag(_ run: RunID) -> UInt64 { run.uuid.low & 0x3_FFFF_FFFF }
}

extension Event {
    /// Gives a draft its number and its final text, member order as in the contract's example (`id`, `type`, `time`, ...).
    public init(_ draft: EventDraft, id: EventID) {
        self.init(
            id: id,
            type: draft.type,
            status: draft.status,
            pageID: draft.pageID,
            contextID: draft.contextID,
            json: draft.rendered(id: id)
        )
    }
}

extension EventDraft {
    fileprivate func rendered(id: EventID) -> [UInt8] {
        var writer = JSONWriter(capacity: 512)
        writer.raw(#"{"id":""#)
        writer.raw(id.description.utf8)
        writer.raw(#"","seq":"#)
        writer.write(id.number)
        writer.raw(#","type":""#)
        writer.raw(type.rawValue.utf8)
        writer.raw(#"","time":""#)
        writer.raw(time.description.utf8)
        writer.raw(#"""#)
        if let status { writer.member(#","status":"#, status.rawValue) }
        if let name { writer.member(#","name":"#, name) }
        if let pageID { writer.member(#","pageId":"#, pageID) }
        if let contextID { writer.member(#","contextId":"#, contextID) }
        if let durationSeconds {
            writer.raw(#","durationSeconds":"#)
            writer.write(durationSeconds)
        }
        writer.raw(#","data":"#)
        writer.write(data)
        writer.raw("}")
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: StaticString, _ value: String) {
        raw(name)
        write(value)
    }
}
