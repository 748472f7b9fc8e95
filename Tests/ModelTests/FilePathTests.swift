import Testing

@testable import Model

struct FilePathTests {
    static let long = String(repeating: "a", count: 10_000)

    /// Traversal, absolute, device and Windows names, what is hidden or looks like something else, and too much.
    static let hostile = [
        "", "/", "//", ".", "..", "../x", "a/../x", "a/..", "a/./b", "./a", "a//b", "/etc/passwd", "a/", "/a", "...",
        "a/.../b", ". .",
        "..\\..\\x", "a\\b", "C:\\x", "C:x", "c:", "\\\\host\\share", "CON", "nul", "a/NUL.txt", "com1", "LPT9.log",
        "COM¹", "aux.h",
        "a\u{0}b", "a\nb", "a\rb", "a\u{1B}[2Jb", "\u{7F}", "a\u{85}", "a\u{202E}gpj.exe", "a\u{200B}b", "\u{FEFF}a",
        "a\u{2028}b",
        "\u{FF0E}\u{FF0E}\u{FF0F}x", "\u{2024}\u{2024}", "\u{2025}", "\u{FF0E}\u{FF0E}", "a\u{2215}b", "a\u{2044}b",
        "a\u{FF3C}b",
        "\u{E0041}a", "a.", "a ", " a", "a. /b", long, "a/" + long, (0..<65).map { _ in "a" }.joined(separator: "/"),
        String(repeating: "é", count: 128),
    ]

    @Test(arguments: hostile) func `a path that means something else elsewhere is refused`(text: String) {
        #expect(throws: FileNameProblem.self) { try FilePath(text) }
    }

    @Test(arguments: [
        "a", "a.txt", "reports/2026/may.csv", "Ünïcödé/日本語.pdf", "名前．txt", ".env", "..hidden", "a b/c d.txt", "100%",
        "a'b\"c", "-rf", "~",
        (0..<64).map { _ in "a" }.joined(separator: "/"), "console.log", "company", "com10", "🐦.png", "e\u{301}",
        String(repeating: "a", count: 255),
    ]) func `what people call files is taken as it is`(text: String) throws {
        #expect(try FilePath(text).description == text)
    }

    @Test func `a name has no slash`() { #expect(throws: FileNameProblem.self) { try FileName("a/b") } }

    @Test(arguments: hostile) func `whatever a site suggests becomes a name`(text: String) throws {
        let name = FileName(suggested: text)
        #expect(try FileName(name.text) == name)
    }

    @Test(arguments: [
        ("../../etc/passwd", "passwd"), ("a\\b.txt", "b.txt"), ("report.csv", "report.csv"), ("", "file"),
        ("...", "file"),
        ("con.txt", "_con.txt"), ("a\u{202E}b.txt", "ab.txt"), ("trail. . ", "trail"), ("C:", "_C:"),
        ("日本.pdf", "日本.pdf"),
        (long + ".tar.gz", String(repeating: "a", count: 252) + ".gz"),
    ]) func `a suggested name keeps what is good in it`(suggested: String, name: String) {
        #expect(FileName(suggested: suggested).text == name)
    }

    @Test func `a number goes before the ending`() throws {
        #expect(try FilePath("a/report.csv").numbered(2).description == "a/report (2).csv")
        #expect(try FileName("no ending").numbered(3).text == "no ending (3)")
        #expect(try FileName(String(repeating: "é", count: 120) + ".jpeg").numbered(10).text.utf8.count <= 255)
    }

    @Test func `a digest is read as it is written`() throws {
        let digest = try #require(SHA256Digest(bytes: (0..<32).map { $0 * 8 }))
        #expect(SHA256Digest(digest.description) == digest)
        #expect(SHA256Digest("") == nil)
        #expect(SHA256Digest(digest.description.uppercased()) == nil)
    }
}
