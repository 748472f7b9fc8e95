import Testing

@testable import Chromium

struct LastWordsTests {
    @Test func `The last words are the end, without noise`() {
        var words = LastWords()
        words.append([UInt8](repeating: UInt8(ascii: "."), count: 100_000))
        words.append("\n[1:ERROR:dbus/bus.cc:405] Failed\n\nDevTools listening on ws://x\nOut of memory\n".utf8)
        #expect(words.text.hasSuffix(".\nOut of memory"))
        #expect(words.text.utf8.count <= LastWords.limit)
    }

    @Test func `The address is found in pieces, and only where it is one`() {
        var line = ListeningLine()
        #expect(line.read("noise\n\nDevTools listening on ws://127.0.0.1:99".utf8) == nil)
        #expect(line.read("99/devtools/browser/a-b\n".utf8) == .init(port: 9999, path: "/devtools/browser/a-b"))
        #expect(line.read("DevTools listening on ws://127.0.0.1:/x\nDevTools listening on ws://\n".utf8) == nil)
        #expect(line.read("DevTools listening on ws://127.0.0.1:70000/x\n".utf8) == nil)
    }
}
