/// A relative path of segments joined by `/`, safe as a key, in a workspace and in an archive that is unpacked anywhere.
///
/// At most 4,096 characters and 64 segments; each segment is a ``FileName``.
public struct FilePath: Sendable, Hashable, CustomStringConvertible {
    public static let maximumLength = 4096
    /// As folders in a workspace they must be removed again, which takes a descriptor each.
    public static let maximumDepth = 64

    public let segments: [FileName]

    /// - Throws: what is wrong, as the end of a sentence about the path.
    public init(_ text: String) throws(FileNameProblem) {
        guard !text.isEmpty else { throw FileNameProblem("is empty") }
        guard text.unicodeScalars.count <= Self.maximumLength else {
            throw FileNameProblem("has more than \(Self.maximumLength) characters")
        }
        var segments: [FileName] = []
        for segment in text.split(separator: "/", omittingEmptySubsequences: false) {
            segments.append(try FileName(String(segment)))
        }
        guard segments.count <= Self.maximumDepth else {
            throw FileNameProblem("has more than \(Self.maximumDepth) segments")
        }
        self.segments = segments
    }

    public init(_ segments: [FileName]) { self.segments = segments }

    public var name: FileName { segments[segments.count - 1] }
    public var description: String { segments.map(\.text).joined(separator: "/") }

    /// The same path with a number in its name: `a/report (2).csv`.
    public func numbered(_ number: Int) -> FilePath {
        FilePath(segments.dropLast() + [name.numbered(number)])
    }
}

/// Why a text is no name of a file.
public struct FileNameProblem: Error, Sendable, Equatable {
    /// The end of a sentence: `has a control character`.
    public let reason: String
    public init(_ reason: String) { self.reason = reason }
}
