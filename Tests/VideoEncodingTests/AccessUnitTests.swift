import Testing

@testable import VideoEncoding

struct AccessUnitTests {
    private static let parameters: [[UInt8]] = [[0x67, 100, 0, 32, 7], [0x68, 0xEF]]
    private static let stream: [UInt8] =
        [0, 0, 0, 1, 9, 0x10] + [0, 0, 0, 1] + parameters[0] + [0, 0, 0, 1] + parameters[1]
        + [0, 0, 1, 6, 5, 0x80] + [0, 0, 1, 0x65, 0, 0, 3, 1, 2] + [0, 0, 0, 1, 9, 0x30] + [0, 0, 1, 0x41, 7, 0]
        + [0, 0, 0, 1, 9, 0x30] + [0, 0, 1, 0x41, 8]

    @Test(arguments: 1...stream.count) func `Pictures come out whole, in pieces of any length`(length: Int) {
        var (cutter, units) = (AccessUnits(), [AccessUnit]())
        for start in stride(from: 0, to: Self.stream.count, by: length) {
            units += cutter.add(Array(Self.stream[start..<min(start + length, Self.stream.count)]))
        }
        units += cutter.end()
        #expect(units.map(\.isKey) == [true, false, false])
        // Without delimiters, parameters, remarks, and the zeros between units; bytes that keep start codes out of pictures stay.
        #expect(
            units.map(\.content) == [
                [0, 0, 0, 6, 0x65, 0, 0, 3, 1, 2], [0, 0, 0, 2, 0x41, 7], [0, 0, 0, 2, 0x41, 8],
            ]
        )
    }

    @Test func `The parameters of the stream are those of its first picture`() {
        var cutter = AccessUnits()
        let units = cutter.add(Self.stream) + cutter.end()
        #expect(
            units.first?.configuration
                == [1, 100, 0, 32, 0xFF, 0xE1, 0, 5] + Self.parameters[0] + [1, 0, 2] + Self.parameters[1]
                + [0xFD, 0xF8, 0xF8, 0]
        )
        #expect(units.last?.configuration == nil)
    }

    @Test func `A stream without pictures has none`() {
        var cutter = AccessUnits()
        #expect(cutter.add([]).isEmpty && cutter.end().isEmpty)
    }

    @Test(arguments: [1, 2, 7, 1000]) func `JPEGs are taken out of a multipart stream`(length: Int) {
        let jpegs: [[UInt8]] = [[0xFF, 0xD8, 13, 10, 13, 10, 0xFF, 0xD9], [0xFF, 0xD8, 0xFF, 0xD9]]
        var stream: [UInt8] = []
        for jpeg in jpegs {
            let head = "--ffmpeg\r\nContent-type: image/jpeg\r\nContent-length: \(jpeg.count)\r\n\r\n"
            stream += Array(head.utf8) + jpeg + [13, 10]
        }
        var (pictures, found) = (MultipartPictures(), [[UInt8]]())
        for start in stride(from: 0, to: stream.count, by: length) {
            found += pictures.add(Array(stream[start..<min(start + length, stream.count)]))
        }
        #expect(found == jpegs)
    }
}
