import API
import Model

/// The beginning of a row's text, `{"id":"…","seq":7,"type":"browser.click","time":"2026-…Z"`, read without the rest.
struct RowHead: Equatable {
    let type: String
    let time: Timestamp

    /// Nil when the text does not begin so.
    init?(_ json: [UInt8]) {
        let head: (type: String, time: String)? = json.withUnsafeBufferPointer { bytes in
            var scanner = HeadScanner(bytes: bytes)
            guard scanner.skip(#"{"id":""#), scanner.skipText(), scanner.skip(#","seq":"#), scanner.skipNumber(),
                scanner.skip(#","type":""#), let type = scanner.text(), scanner.skip(#","time":""#),
                let time = scanner.text()
            else { return nil }
            return (type, time)
        }
        guard let head, let time = Timestamp(rfc3339: head.time) else { return nil }
        self.type = head.type
        self.time = time
    }
}

/// Walks over the bytes of a row that the recorder has written: no blanks, no escapes in what is read here.
private struct HeadScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func skip(_ literal: StaticString) -> Bool {
        let length = literal.utf8CodeUnitCount
        guard place + length <= bytes.count else { return false }
        for offset in 0..<length where bytes[place + offset] != literal.utf8Start[offset] { return false }
        place += length
        return true
    }

    mutating func skipNumber() -> Bool {
        let start = place
        while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) { place += 1 }
        return place > start
    }

    /// Skips to behind the next quotation mark.
    mutating func skipText() -> Bool {
        while place < bytes.count {
            place += 1
            if bytes[place - 1] == UInt8(ascii: "\"") { return true }
        }
        return false
    }

    /// What stands before the next quotation mark, which is skipped.
    mutating func text() -> String? {
        let start = place
        guard skipText() else { return nil }
        return String(decoding: bytes[start..<(place - 1)], as: UTF8.self)
    }
}
