import JSON
import Testing

@testable import LiveView

@Suite struct IconTests {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 1, 2]

    @Test(arguments: [
        (png, "image/png"), ([0, 0, 1, 0, 1], "image/x-icon"), (Array("GIF89a".utf8), "image/gif"),
        ([0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg"), (Array("RIFF....WEBPVP8 ".utf8), "image/webp"),
        (Array("\n<svg xmlns='x'/>".utf8), "image/svg+xml"),
        (Array("<?xml version='1.0'?><!-- a --><svg/>".utf8), "image/svg+xml"),
    ])
    func `an icon's kind is told by its bytes`(_ bytes: [UInt8], _ type: String) {
        #expect(PageIcon(bytes)?.contentType == type)
    }

    @Test(arguments: ["", "<!doctype html><title>404</title>", "<html><svg></html>", "<script>1</script>", "Not found"])
    func `what is no picture is no icon`(_ text: String) {
        #expect(PageIcon(Array(text.utf8)) == nil)
    }

    @Test func `an icon has a size that is allowed`() {
        #expect(PageIcon(Self.png + [UInt8](repeating: 0, count: PageIcon.sizeLimit)) == nil)
    }

    @Test func `links are tried in the order in which they suit, then the usual address`() throws {
        let report = try JSON.parse(
            #"""
            {"url": "https://a.b/c", "origin": "https://a.b", "links": [
              {"href": "https://a.b/16", "sizes": "16x16"}, {"href": "https://a.b/none", "sizes": ""},
              {"href": "https://a.b/48", "sizes": "256x256 48x48"}, {"href": "javascript:1", "sizes": "32x32"},
              {"href": "https://a.b/any", "sizes": "any"}, {"href": "https://a.b/32", "sizes": "32x32"}]}
            """#
        )
        let ends = ["32", "any", "48", "favicon.ico"]
        #expect(IconLink.list(report).map(\.address) == ends.map { "https://a.b/\($0)" })
    }

    @Test func `a page without links and without a site has no icon`() {
        #expect(IconLink.list(["url": "about:blank", "links": [], "origin": .null]).isEmpty)
    }

    @Test(arguments: [
        ("data:image/png;base64,iVBORwEC", png), ("data:image/png;base64,iVBO%52wEC", png),
        ("data:image/svg+xml,%3Csvg/%3E", Array("<svg/>".utf8)),
        ("data:image/svg+xml;utf8,<svg/>", Array("<svg/>".utf8)),
        ("data:image/png;base64", nil), ("https://a.b/x,y", nil),
    ])
    func `an icon may be in its address`(_ address: String, _ bytes: [UInt8]?) throws {
        let links: JSON = ["links": [["href": .string(address), "sizes": ""]]]
        #expect(IconLink.list(links).first?.data == bytes)
    }

    @Test func `the same icon has one number, and old ones go`() throws {
        var shelf = IconShelf()
        let first = try #require(PageIcon(Self.png))
        let number = shelf.add(first)
        shelf.remember(number, at: "a")
        shelf.remember(nil, at: "b")
        #expect(shelf.add(first) == number && shelf.icon(number) == first)
        #expect(shelf.known("a") == .some(number) && shelf.known("b") == .some(nil) && shelf.known("c") == nil)
        for index in 0..<UInt8(IconShelf.iconLimit) { _ = shelf.add(try #require(PageIcon(Self.png + [index]))) }
        #expect(shelf.icon(number) == nil && shelf.known("a") == nil)
        #expect(shelf.add(first) > number)
    }
}
