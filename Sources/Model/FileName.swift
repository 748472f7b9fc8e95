/// The name of a file or folder that means the same everywhere: it climbs nowhere, names no device, and shows what it is.
///
/// 1 to 255 bytes of UTF-8, without slashes, backslashes and what looks like them, control characters and invisible ones.
public struct FileName: Sendable, Hashable {
    public static let maximumBytes = 255

    public let text: String

    /// - Throws: what is wrong, as the end of a sentence about the name.
    public init(_ text: String) throws(FileNameProblem) {
        guard !text.isEmpty else { throw FileNameProblem("has an empty segment") }
        guard text.utf8.count <= Self.maximumBytes else {
            throw FileNameProblem("has a segment of more than \(Self.maximumBytes) bytes")
        }
        guard !text.unicodeScalars.allSatisfy({ Self.dots.contains($0) || $0 == " " }) else {
            throw FileNameProblem("has a segment of dots alone")
        }
        guard !text.unicodeScalars.contains(where: Self.isSlash) else {
            throw FileNameProblem("has a slash within a name, a backslash, or a character that looks like one")
        }
        guard !text.unicodeScalars.contains(where: Self.isHidden) else {
            throw FileNameProblem("has a control character or an invisible one")
        }
        guard !text.hasSuffix("."), !text.hasSuffix(" "), !text.hasPrefix(" ") else {
            throw FileNameProblem("has a segment with a blank at its begin, or a dot or a blank at its end")
        }
        guard !Self.isDrive(text), !Self.isDevice(text) else {
            throw FileNameProblem("has a segment that names a drive or a device on other systems")
        }
        self.text = text
    }

    /// The nearest name to what somebody suggested, such as a site for a download; `fallback` when nothing of it can be used.
    public init(suggested text: String, fallback: StaticString = "file") {
        let last =
            text.split(whereSeparator: { $0.unicodeScalars.contains(where: Self.isSlash) }).last
            ?? ""
        var clean = String(String.UnicodeScalarView(last.unicodeScalars.filter { !Self.isHidden($0) }))
        while let end = clean.last, end == "." || end == " " { clean.removeLast() }
        while clean.first == " " { clean.removeFirst() }
        if Self.isDrive(clean) || Self.isDevice(clean) { clean = "_" + clean }
        clean = Self.shortened(clean, to: Self.maximumBytes)
        self.text = (try? FileName(clean))?.text ?? "\(fallback)"
    }

    /// `report (2).csv`, shortened where that would be too long.
    public func numbered(_ number: Int) -> FileName {
        let (stem, ending) = Self.parts(of: text)
        let suffix = " (\(number))\(ending)"
        return FileName(suggested: Self.cut(stem, to: Self.maximumBytes - suffix.utf8.count) + suffix)
    }

    /// Keeps the ending, which tells what a file is.
    private static func shortened(_ text: String, to bytes: Int) -> String {
        guard text.utf8.count > bytes else { return text }
        let (stem, ending) = parts(of: text)
        return cut(stem, to: bytes - ending.utf8.count) + ending
    }

    /// The name before its last dot, and the rest: at most 16 bytes, else none.
    private static func parts(of text: String) -> (stem: String, ending: String) {
        guard let dot = text.lastIndex(of: "."), dot != text.startIndex, text[dot...].utf8.count <= 16 else {
            return (text, "")
        }
        return (String(text[..<dot]), String(text[dot...]))
    }

    private static func cut(_ text: String, to bytes: Int) -> String {
        var kept = text.unicodeScalars.prefix(bytes)
        while String(kept).utf8.count > bytes { kept = kept.dropLast() }
        return String(kept)
    }
}
