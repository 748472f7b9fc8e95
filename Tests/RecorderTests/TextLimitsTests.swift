import Recorder
import Testing

struct TextLimitsTests {
    @Test(arguments: [
        ("abc", 3, "abc", false), ("abcd", 3, "abc", true), ("aé", 2, "a", true), ("aé", 3, "aé", false),
        ("😀😀", 7, "😀", true), ("😀", 3, "", true), ("a", 0, "", true), ("", 0, "", false), ("a", -1, "", true),
    ])
    func `a cut by bytes never splits a scalar`(text: String, limit: Int, expected: String, isTruncated: Bool) {
        let cut = TextLimits.cut(text, bytes: limit)
        #expect(cut.text == expected)
        #expect(cut.isTruncated == isTruncated)
    }

    @Test(arguments: [
        ("abc", 3, "abc", false), ("abcd", 3, "abc", true), ("ééé", 3, "ééé", false), ("éééé", 3, "ééé", true),
        ("a👍🏽b", 2, "a", true), ("a👍🏽b", 3, "a👍🏽", true), ("👍🏽", 1, "👍", true), ("", 0, "", false), ("a", 0, "", true),
    ])
    func `a cut by scalars splits no character that fits`(text: String, limit: Int, expected: String, isTruncated: Bool)
    {
        let cut = TextLimits.cut(text, scalars: limit)
        #expect(cut.text == expected)
        #expect(cut.isTruncated == isTruncated)
    }
}
