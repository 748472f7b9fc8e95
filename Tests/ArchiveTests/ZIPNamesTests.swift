import Archive
import Testing

@Suite struct ZIPNamesTests {
    @Test(
        arguments: [
            ("report.pdf", "report.pdf"), ("../../etc/passwd", "etc/passwd"), ("/etc/passwd", "etc/passwd"),
            ("C:\\Windows\\system32", "C_/Windows/system32"), ("a/./b/../c", "a/b/c"), ("a\0b\nc", "a_b_c"),
            ("...", "file"), ("", "file"), ("//", "file"), (" .. ", "file"), ("name. ", "name"),
            ("con.txt", "_con.txt"),
            ("LPT1", "_LPT1"), ("evil\u{202E}fdp.exe", "evil_fdp.exe"), ("Grüße.txt", "Grüße.txt"),
            ("\\\\server\\share", "server/share"), ("a|b*c?.txt", "a_b_c_.txt"),
        ]
    )
    func `a hostile name stays inside the folder it is unpacked into`(wanted: String, safe: String) {
        #expect(ZIPNames.safe(wanted) == safe)
    }

    @Test func `a name of ten thousand letters is cut before its ending`() {
        let safe = ZIPNames.safe(String(repeating: "ü", count: 10_000) + ".pdf")
        #expect(safe.utf8.count <= 200)
        #expect(safe.hasSuffix(".pdf"))
    }

    @Test func `a path of many folders is cut to 1,000 bytes`() {
        let safe = ZIPNames.safe(String(repeating: "folder/", count: 1000))
        #expect(safe.utf8.count <= 1000)
        #expect(!safe.hasSuffix("/"))
    }

    @Test func `names that one system takes for one are told apart by number`() {
        var names = ZIPNames()
        let found = ["a.txt", "A.TXT", "a.txt", "a (2).txt", "e\u{301}", "\u{E9}", "no ending", "no ending"].map {
            names.add($0)
        }
        #expect(
            found == [
                "a.txt", "A (2).TXT", "a (3).txt", "a (2) (2).txt", "e\u{301}", "\u{E9} (2)", "no ending",
                "no ending (2)",
            ]
        )
    }

    @Test(.timeLimit(.minutes(3))) func `ten thousand equal names do not slow each other down`() {
        var names = ZIPNames()
        let found = Set((0..<10_000).map { _ in names.add("screenshot.png") })
        #expect(found.count == 10_000)
    }
}
