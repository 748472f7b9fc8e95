/// What a video shows where nothing is recorded.
enum BlackPicture {
    /// 16 by 16 black pixels; the video's canvas is black around it.
    static let jpeg: [UInt8] = {
        let digits = Array(text.utf8.filter { $0 > 0x20 })
        return stride(from: 0, to: digits.count, by: 2).map { value(digits[$0]) << 4 | value(digits[$0 + 1]) }
    }()

    private static func value(_ digit: UInt8) -> UInt8 { digit < 0x3A ? digit - 0x30 : digit - 0x57 }

    private static let text = """
        ffd8ffe000104a46494600010100000100010000ffdb0043000d090a0b0a080d0b0a0b0e0e0d0f13201513121213271c
        1e17202e2931302e292d2c333a4a3e333646372c2d405741464c4e525352323e5a615a50604a51524fffdb0043010e0e
        0e131113261515264f352d354f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
        4f4f4f4f4f4f4f4f4f4f4f4f4f4fffc00011080010001003012200021101031101ffc400150001010000000000000000
        0000000000000007ffc40014100100000000000000000000000000000000ffc400140101000000000000000000000000
        00000000ffc40014110100000000000000000000000000000000ffda000c03010002110311003f0098000fffd9
        """
}
