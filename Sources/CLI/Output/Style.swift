import Foundation
import Martlet

/// Colours of words, or none.
struct Style: Sendable {
    let isColored: Bool

    static let output = Style(isColored: Terminal.wantsColor(STDOUT_FILENO))
    static let plain = Style(isColored: false)

    enum Color: Int { case bold = 1, dim = 2, red = 31, green = 32, yellow = 33, blue = 34 }

    func paint(_ text: String, _ color: Color?) -> String {
        guard isColored, let color, !text.isEmpty else { return text }
        return "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m"
    }

    /// A link that terminals open on a click (OSC 8); its address where there are no colours.
    func link(_ url: String) -> String {
        isColored ? "\u{1B}]8;;\(url)\u{1B}\\\(url)\u{1B}]8;;\u{1B}\\" : url
    }

    /// The colour of a state, the same everywhere.
    static func color(ofStatus status: String) -> Color? {
        switch status {
        case "active", "ready", "started", "requested": .green
        case "failed", "error": .red
        case "warning", "expired": .yellow
        case "stopped", "finished", "completed", "cancelled": .dim
        default: nil
        }
    }
}

extension String {
    /// Without what could steer a terminal: titles and console lines come from web pages.
    var printable: String {
        guard unicodeScalars.contains(where: Self.steers) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { Self.steers($0) ? " " : $0 }))
    }

    private static func steers(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        // Marks that turn the direction of what follows (Unicode Technical Report 36).
        case .format: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        default: false
        }
    }
}
