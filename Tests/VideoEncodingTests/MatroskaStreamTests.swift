import Testing

@testable import VideoEncoding

struct MatroskaStreamTests {
    private let stream = MatroskaStream(.jpeg)

    @Test func `The stream begins as Matroska of unknown length`() {
        #expect(stream.head.starts(with: [0x1A, 0x45, 0xDF, 0xA3]))
        #expect(String(decoding: stream.head, as: UTF8.self).contains("V_MJPEG"))
    }

    @Test(arguments: [nil, 1, 5000] as [Int64?]) func `A cluster says how long it is`(lasting: Int64?) {
        let (before, after) = stream.cluster(at: 70_000, lasting: lasting, size: 1000)
        #expect(before.starts(with: [0x1F, 0x43, 0xB6, 0x75, 0x01]))
        let size = before[5..<12].reduce(0) { $0 << 8 | Int($1) }
        #expect(12 + size == before.count + 1000 + after.count)
    }

    @Test(arguments: [(1, 2), (720, 720), (721, 722), (9000, 4096)])
    func `A canvas has even sides that decoders can show`(pixels: Int, side: Int) {
        #expect(VideoCanvas(width: pixels, height: 2).width == side)
    }
}
