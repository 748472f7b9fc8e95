/// What a name may not hold, and why it would mean something else elsewhere.
extension FileName {
    /// The dot and its look-alikes: one dot leader, two dot leader, ellipsis, small and fullwidth full stop.
    static let dots: Set<Unicode.Scalar> = [".", "\u{2024}", "\u{2025}", "\u{2026}", "\u{FE52}", "\u{FF0E}"]

    /// A slash parts names, a backslash does on Windows; the others become `/` or `\` where names are folded (NFKC) or are taken for them by eye.
    static func isSlash(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2F, 0x5C, 0x2044, 0x2215, 0x2216, 0x29F5, 0x29F8, 0x29F9, 0xFE68, 0xFF0F, 0xFF3C: true
        default: false
        }
    }

    /// Controls (Cc), line ends, and what turns or hides the letters beside it, so that `gpj.exe` reads as `exe.jpg`.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F,
            0xFEFF,
            0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default: false
        }
    }

    /// `C:` of Windows, also with a name behind it.
    static func isDrive(_ text: String) -> Bool {
        let start = Array(text.utf8.prefix(2))
        guard start.count == 2, start[1] == UInt8(ascii: ":") else { return false }
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(start[0] | 0x20)
    }

    /// Names of devices on Windows, with any ending.
    static func isDevice(_ text: String) -> Bool {
        let stem = text.prefix { $0 != "." && $0 != ":" }.lowercased()
        if ["con", "prn", "aux", "nul", "conin$", "conout$"].contains(stem) { return true }
        let port = stem.dropLast()
        return (port == "com" || port == "lpt") && stem.last.map { "0123456789¹²³".contains($0) } == true
    }
}
