/// Names for the files of an archive: each unique, and safe to unpack on any system.
///
/// A safe name stays inside the folder that it is unpacked into and is one that Linux, macOS and Windows can all write: no empty, `.` or
/// `..` part, no leading `/`, no control character, none of `\ : * ? " < > |`, no direction mark that hides how a name ends, no blank or dot at a
/// part's end, no name of a Windows device, each part at most 200 bytes and all at most 1,000. Names that differ only in case or in
/// Unicode's form would be one file on some of these systems, so the second gets a number: `report (2).pdf`.
public struct ZIPNames: Sendable {
    private var taken: Set<String> = []
    /// The last number that each name got, so that ten thousand equal names cost no more than others.
    private var numbers: [String: Int] = [:]

    public init() {}

    /// The name under which a file goes into the archive. Call it once for each file.
    public mutating func add(_ wanted: String) -> String {
        let safe = Self.safe(wanted)
        if taken.insert(Self.key(safe)).inserted { return safe }
        let key = Self.key(safe)
        var number = numbers[key] ?? 1
        while true {
            number += 1
            let name = Self.numbered(safe, number)
            if taken.insert(Self.key(name)).inserted {
                numbers[key] = number
                return name
            }
        }
    }

    /// Strings are compared by canonical equivalence, so only the case is left to level.
    private static func key(_ name: String) -> String { name.lowercased() }

    private static func numbered(_ name: String, _ number: Int) -> String {
        let start = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
        guard let dot = name[start...].lastIndex(of: "."), dot > start else { return "\(name) (\(number))" }
        return "\(name[..<dot]) (\(number))\(name[dot...])"
    }

    /// The name without what is not safe; `file` when nothing is left.
    public static func safe(_ name: String) -> String {
        var result = ""
        for part in name.replacing("\\", with: "/").split(separator: "/") {
            let safe = safePart(part)
            guard !safe.isEmpty else { continue }
            let joint = result.isEmpty ? safe : "\(result)/\(safe)"
            guard joint.utf8.count <= 1000 else { break }
            result = joint
        }
        return result.isEmpty ? "file" : result
    }

    private static func safePart(_ part: Substring) -> String {
        guard part != ".", part != ".." else { return "" }
        var scalars = String.UnicodeScalarView()
        for scalar in part.unicodeScalars { scalars.append(isSafe(scalar) ? scalar : "_") }
        var text = cut(String(scalars), to: 200)
        while let last = text.last, last == "." || last == " " { text.removeLast() }
        text = String(text.drop { $0 == " " })
        return isDevice(text) ? "_\(text)" : text
    }

    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ":", "*", "?", "\"", "<", ">", "|": false
        default: ![.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        }
    }

    /// Cuts before the ending, so that the file stays of its kind.
    private static func cut(_ part: String, to limit: Int) -> String {
        guard part.utf8.count > limit else { return part }
        let ending = part.lastIndex(of: ".").map { part[$0...] }.flatMap { $0.utf8.count <= 20 ? $0 : nil } ?? ""
        var kept = ""
        var length = ending.utf8.count
        for character in part {
            length += character.utf8.count
            guard length <= limit else { break }
            kept.append(character)
        }
        return kept + ending
    }

    /// Names that Windows keeps for devices, with or without an ending.
    private static func isDevice(_ part: String) -> Bool {
        let stem = part.prefix { $0 != "." }.uppercased()
        if ["CON", "PRN", "AUX", "NUL"].contains(stem) { return true }
        return stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT")) && stem.last?.isNumber == true
    }
}
