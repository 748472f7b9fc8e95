import JSON

/// One change of a field's text: of so many units (UTF-16) from a place on, others came in their stead.
struct TextEdit: Sendable, Equatable {
    let at: Int64
    let cut: Int64
    /// What came, at most as long as a row tells.
    let text: [UInt16]
    let length: Int64

    init(_ report: PageReport) { self.init(report.fields) }

    init(_ fields: JSON) {
        func number(_ name: String) -> Int64 { PageReport.bounded(fields[name]?.integerValue ?? 0, from: 0) }
        (at, cut) = (number("at"), number("cut"))
        text = Array((fields["text"]?.stringValue ?? "").utf16.prefix(TypedText.limit))
        length = max(number("length"), Int64(text.count))
    }

    var isNothing: Bool { cut == 0 && length == 0 }
}

/// What a burst of typing has put into a field so far, and where it stands in it. Edits that touch it become part of it.
struct TypedText: Sendable, Equatable {
    /// So many units of a text are told.
    static let limit = 500

    private var from: Int64
    private var units: [UInt16]
    private(set) var length: Int64
    /// How much of what was there before is gone.
    private(set) var deleted: Int64
    /// Whether there has been any text.
    private(set) var wasTyped: Bool

    init(_ edit: TextEdit) {
        (from, units, length, deleted) = (edit.at, edit.text, edit.length, edit.cut)
        wasTyped = edit.length > 0
    }

    /// The beginning of the text.
    var text: String { String(decoding: units, as: UTF16.self) }

    /// Whether an edit is made where the text stands. A mere deletion stands nowhere.
    func touches(_ edit: TextEdit) -> Bool {
        edit.isNothing || length == 0 || edit.at <= from + length && edit.at + edit.cut >= from
    }

    /// Whether an edit takes all that was typed and leaves nothing in its stead.
    func isWiped(by edit: TextEdit) -> Bool {
        length > 0 && edit.length == 0 && edit.at <= from && edit.at + edit.cut >= from + length
    }

    /// Takes an edit that touches the text.
    mutating func take(_ edit: TextEdit) {
        if edit.isNothing { return }
        if length == 0 { from = edit.at }
        let (before, after) = (max(edit.at - from, 0), max(from + length - edit.at - edit.cut, 0))
        units = Self.joined(units, length, before, edit, after)
        deleted += edit.cut - (length - min(before, length) - min(after, length))
        length = before + edit.length + after
        from = min(from, edit.at)
        wasTyped = wasTyped || edit.length > 0
    }

    /// Follows what the page itself has made of the field: of the text too, or beside it.
    mutating func follow(_ edit: TextEdit) {
        if touches(edit), length > 0 {
            take(edit)
        } else if edit.at + edit.cut <= from {
            from += edit.length - edit.cut
        }
    }

    /// So many units of the text's beginning and end, with what came between; as much of it as is known in one piece.
    private static func joined(
        _ units: [UInt16],
        _ length: Int64,
        _ before: Int64,
        _ edit: TextEdit,
        _ after: Int64
    ) -> [UInt16] {
        var joined = Array(units.prefix(Int(before)))
        guard joined.count == before else { return joined }
        joined += edit.text
        guard edit.text.count == edit.length else { return Array(joined.prefix(limit)) }
        return Array((joined + units.dropFirst(Int(length - after))).prefix(limit))
    }
}
