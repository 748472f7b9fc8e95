/// Reads the size of a JPEG from its frame header (ITU-T T.81, B.2.2), without decoding it.
enum JPEGSize {
    /// Nil for what is no JPEG.
    static func of(_ jpeg: [UInt8]) -> (width: Int, height: Int)? {
        guard jpeg.count > 4, jpeg[0] == 0xFF, jpeg[1] == 0xD8 else { return nil }
        var position = 2
        while position + 9 < jpeg.count, jpeg[position] == 0xFF {
            let marker = jpeg[position + 1]
            if isFrameHeader(marker) {
                return (short(jpeg, position + 7), short(jpeg, position + 5))
            }
            position += 2 + short(jpeg, position + 2)
        }
        return nil
    }

    /// SOF0 to SOF15 but for DHT, JPG and DAC, which lie between them.
    private static func isFrameHeader(_ marker: UInt8) -> Bool {
        (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
    }

    private static func short(_ bytes: [UInt8], _ position: Int) -> Int {
        Int(bytes[position]) << 8 | Int(bytes[position + 1])
    }
}
