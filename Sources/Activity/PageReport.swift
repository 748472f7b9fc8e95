public import JSON
public import Model

/// What the ``PageObserver`` reports: something that happened to an element of a page.
public struct PageReport: Sendable, Equatable {
    public enum Kind: String, Sendable {
        /// A mouse button went down, or came up.
        case down, up
        /// A click by script, without a mouse.
        case click
        /// The text of a field changed.
        case input
        /// An option was chosen; a box or radio button changed; files were put into a field.
        case select, check, files
        /// A key that writes no text into a field.
        case key
        case submit, scroll, hover, drop
        /// What was dragged is dropped, or was given up.
        case dragEnd
        /// The document is parsed; it and what it needs are loaded; a script has written it anew; it has another title.
        case dom, load, written, title
        /// A finger that was put down scrolls.
        case swipe
    }

    public let kind: Kind
    public let time: Timestamp
    public let element: PageElement
    /// The report's own fields, read by name.
    let fields: JSON

    /// The years 1970 to 9999.
    private static let moments: ClosedRange<Int64> = 0...253_402_300_799_999
    /// The observer counts pixels, clicks, letters and milliseconds: its numbers are small, and sums of them fit 64 bits.
    private static let numbers: ClosedRange<Int64> = -1_000_000_000...1_000_000_000

    /// - Parameter payload: The argument of the binding, which an agent's script may have called too. Nil for what the observer does not write.
    public init?(_ payload: JSON) {
        guard let kind = payload["k"]?.stringValue.flatMap(Kind.init), let time = payload["t"]?.integerValue,
            Self.moments.contains(time)
        else { return nil }
        self.kind = kind
        self.time = Timestamp(milliseconds: time)
        element = PageElement(payload)
        fields = payload
    }

    /// When the browser took the input that the page reports, maybe long after.
    var made: Timestamp { Timestamp(milliseconds: time.milliseconds - number("age")) }

    func text(_ name: String) -> String { fields[name]?.stringValue ?? "" }
    func number(_ name: String) -> Int64 { Self.bounded(fields[name]?.integerValue ?? 0) }
    static func bounded(_ number: Int64, from lowest: Int64 = numbers.lowerBound) -> Int64 {
        min(max(number, lowest), numbers.upperBound)
    }
    func flag(_ name: String) -> Bool { fields[name]?.boolValue ?? false }
    func texts(_ name: String) -> [String] { fields[name]?.arrayValue?.prefix(20).compactMap(\.stringValue) ?? [] }
}

/// An element as a person would name it.
public struct PageElement: Sendable, Equatable {
    /// Tells elements of one frame apart.
    let number: Int64
    let role: String?
    let name: String
    let tag: String

    init(_ fields: JSON) {
        number = fields["e"]?.integerValue ?? 0
        func text(_ name: String, _ limit: Int) -> String? {
            fields[name]?.stringValue.map { String($0.unicodeScalars.prefix(limit)) }
        }
        role = text("role", 40)
        name = text("name", 100) ?? ""
        tag = text("tag", 60) ?? ""
    }

    /// Such as `the "Sign in" button`.
    var phrase: String {
        if role == "page" || ["html", "body"].contains(tag) { return "the page" }
        // A field with suggestions is one to type into.
        let kind =
            role == "combobox" && ["input", "textarea"].contains(tag) ? "field" : role.flatMap { Self.kinds[$0] }
        switch (name.isEmpty, kind) {
        case (false, let kind?): return "the \(name.quoted) \(kind)"
        case (false, nil): return name.quoted
        case (true, let kind?):
            return "aeiou".contains(kind.first ?? "x") ? "an \(kind) without a name" : "a \(kind) without a name"
        case (true, nil) where tag.contains("-"): return "the \(tag.quoted) element"
        case (true, nil): return "a part of the page without a name"
        }
    }

    /// Roles (ARIA) in everyday words.
    private static let kinds: [String: String] = [
        "button": "button", "link": "link", "textbox": "field", "searchbox": "field", "spinbutton": "field",
        "combobox": "list", "listbox": "list", "checkbox": "box", "radio": "choice", "switch": "switch",
        "slider": "slider",
        "tab": "tab", "menuitem": "menu item", "menuitemcheckbox": "menu item", "menuitemradio": "menu item",
        "option": "option", "img": "image", "heading": "heading", "file": "file field", "color": "colour field",
        "frame": "frame", "video": "video", "audio": "player", "canvas": "drawing", "listitem": "list item",
        "cell": "cell", "gridcell": "cell", "treeitem": "entry", "dialog": "dialog", "form": "form",
    ]

    /// As the `target` of an item's data.
    var data: JSON {
        var object = JSONObject()
        if let role { object["role"] = .string(role) }
        if !name.isEmpty { object["name"] = .string(name) }
        if !tag.isEmpty { object["tag"] = .string(tag) }
        return .object(object)
    }
}

extension String {
    /// In quotation marks, on one line, at most 80 characters.
    var quoted: String {
        let line = split(whereSeparator: \.isNewline).joined(separator: " ")
        return "\"\(line.count > 80 ? line.prefix(79) + "…" : line)\""
    }
}
