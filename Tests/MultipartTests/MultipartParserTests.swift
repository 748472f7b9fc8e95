import NIOCore
import Testing

@testable import Multipart

struct MultipartParserTests {
    private static let boundary = MultipartBoundary(contentType: "multipart/form-data; boundary=XX")

    /// The elements, with the pieces of each body joined.
    private func parse(_ pieces: [ArraySlice<UInt8>], limits: MultipartParser.Limits = .init()) throws
        -> [MultipartParser.Element]
    {
        var parser = MultipartParser(boundary: try #require(Self.boundary), limits: limits)
        var joined: [MultipartParser.Element] = []
        for piece in pieces {
            for element in try parser.read(ByteBuffer(bytes: piece)) {
                if case .body(var more) = element, case .body(var before)? = joined.last {
                    before.writeBuffer(&more)
                    joined[joined.count - 1] = .body(before)
                } else {
                    joined.append(element)
                }
            }
        }
        try parser.finish()
        return joined
    }

    private func parse(_ text: String) throws -> [MultipartParser.Element] { try parse([Array(text.utf8)[...]]) }

    private static let disposition = "Content-Disposition: form-data; name"
    private static let whole = """
        --XX\r\n\(disposition)="path"\r\n\r\na/b.txt\r\n--XX\r\n\(disposition)="empty"\r\n\r\n\r\n--XX\r\n\
        \(disposition)="file"; filename="b \\"ü\\".txt"\r\nContent-Type: text/plain\r\n\r\n\
        \r\n--X\r\n-\r\n\r\n--XY--XX\r\nend\r\n\r\n--XX--\r\n
        """

    @Test func `parts come with their heads and bodies`() throws {
        let elements = try parse(Self.whole)
        let file = try MultipartHead(
            Array("\(Self.disposition)=\"file\"; filename=\"b %22ü%22.txt\"\r\nContent-Type: text/plain".utf8)
        )
        #expect(elements.count == 8)
        #expect(elements[1] == .body(ByteBuffer(string: "a/b.txt")))
        #expect(
            elements[2...4] == [.partEnd, .part(try MultipartHead(Array("\(Self.disposition)=empty".utf8))), .partEnd]
        )
        #expect(elements[5] == .part(file) && file.fileName == "b \"ü\".txt" && file.contentType == "text/plain")
        #expect(elements[6] == .body(ByteBuffer(string: "\r\n--X\r\n-\r\n\r\n--XY--XX\r\nend\r\n")))
    }

    @Test func `any split of the bytes gives the same parts`() throws {
        let bytes = Array(Self.whole.utf8)
        let expected = try parse([bytes[...]])
        #expect(try parse(bytes.indices.map { bytes[$0...$0] }) == expected)
        for cut in bytes.indices { #expect(try parse([bytes[..<cut], bytes[cut...]]) == expected) }
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            var pieces: [ArraySlice<UInt8>] = []
            var start = 0
            while start < bytes.count {
                let end = min(bytes.count, start + Int.random(in: 0...12, using: &generator))
                pieces.append(bytes[start..<end])
                start = end
            }
            #expect(try parse(pieces) == expected)
        }
    }

    @Test func `bodies of bytes that look like boundaries come through whole`() throws {
        var generator = SystemRandomNumberGenerator()
        let letters = Array("\r\n-XA".utf8)
        for _ in 0..<2000 {
            let body = (0..<Int.random(in: 0...40)).map { _ in letters.randomElement(using: &generator) ?? 0 }
            guard !contains(body, Array("\r\n--XX".utf8)) else { continue }
            let bytes = Array("--XX\r\n\(Self.disposition)=a\r\n\r\n".utf8) + body + Array("\r\n--XX--".utf8)
            let cut = Int.random(in: 0...bytes.count, using: &generator)
            let elements = try parse([bytes[..<cut], bytes[cut...]])
            #expect(elements.count == (body.isEmpty ? 2 : 3))
            if !body.isEmpty { #expect(elements[1] == .body(ByteBuffer(bytes: body))) }
        }
    }

    private func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
        guard bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { bytes[$0...].starts(with: wanted) }
    }

    @Test(arguments: [
        "", "--X", "--XX", "--XX--x" + String(repeating: "x", count: 5000), "junk--XX--", "\r\n--XX--", "--XXX--",
        "--XX \r\n",
        "--XX\n\(disposition)=a\n\nb\n--XX--", "--XX\r\n\r\nno head\r\n--XX--",
        "--XX\r\n\(disposition)=a\r\n\r\nno end",
        "--XX\r\n\(disposition)=a\r\n\r\nb\r\n--XX-",
        "--XX\r\nContent-Disposition: attachment; name=a\r\n\r\nb\r\n--XX--",
        "--XX\r\nContent-Disposition: form-data\r\n\r\nb\r\n--XX--", "--XX\r\n\(disposition)=\"a\r\n\r\nb\r\n--XX--",
        "--XX\r\n\(disposition)=a; name=b\r\n\r\nb\r\n--XX--",
        "--XX\r\n\(disposition)=a\r\n\(disposition)=a\r\n\r\nb\r\n--XX--",
        "--XX\r\n: x\r\n\r\nb\r\n--XX--", "--XX\r\nX Y: x\r\n\r\nb\r\n--XX--", "--XX\r\nnothing\r\n\r\nb\r\n--XX--",
        "--XX\r\n\(disposition)=\"a\u{0}\"\r\n\r\nb\r\n--XX--",
        "--XX\r\n\(disposition)=a\r\nContent-Transfer-Encoding: base64\r\n\r\nYQ==\r\n--XX--",
    ]) func `what is malformed is refused, however it is split`(text: String) throws {
        #expect(throws: MultipartError.self) { try parse(text) }
        let bytes = Array(text.utf8)
        #expect(throws: MultipartError.self) { try parse(bytes.indices.map { bytes[$0...$0] }) }
    }

    @Test func `heads and parts without end are refused before they are held`() throws {
        let head = "--XX\r\nX: " + String(repeating: "x", count: 9000)
        #expect(throws: MultipartError(code: .tooLarge, reason: "the head of a part has more than 8192 bytes")) {
            try parse(head)
        }
        let parts = String(repeating: "--XX\r\n\(Self.disposition)=a\r\n\r\nb\r\n", count: 33) + "--XX--"
        #expect(throws: MultipartError(code: .tooLarge, reason: "it has more than 32 parts")) { try parse(parts) }
    }

    @Test func `random bytes end in an error or in parts, never in a trap`() {
        var generator = SystemRandomNumberGenerator()
        let whole = Array(Self.whole.utf8)
        for _ in 0..<5000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            _ = try? parse([bytes[...]])
        }
    }

    @Test(arguments: [
        ("multipart/form-data; boundary=XX", "XX"), ("Multipart/Form-Data;charset=utf-8; Boundary=\"a b\"", "a b"),
        (
            "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW",
            "----WebKitFormBoundary7MA4YWxkTrZu0gW"
        ),
    ]) func `a boundary is read from the content type`(type: String, boundary: String) {
        #expect(MultipartBoundary(contentType: type)?.text == boundary)
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/mixed; boundary=a", "application/json", "", "multipart/form-data; boundary=",
        "multipart/form-data; boundary=a; boundary=b", "multipart/form-data; boundary=\"a \"",
        "multipart/form-data; boundary=a\u{1}",
        "multipart/form-data; boundary=" + String(repeating: "a", count: 71),
    ]) func `a content type without a usable boundary is none`(type: String) {
        #expect(MultipartBoundary(contentType: type) == nil)
    }
}
