import Model
import Testing

struct TimestampTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (951_868_799_999, "2000-02-29T23:59:59.999Z"), (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
            (1_709_164_800_123, "2024-02-29T00:00:00.123Z"), (1_735_689_599_999, "2024-12-31T23:59:59.999Z"),
            (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"), (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
            (-2_203_891_200_000, "1900-03-01T00:00:00.000Z"),
        ] as [(Int64, String)]
    )
    func `moments have their text`(milliseconds: Int64, expected: String) {
        #expect(Timestamp(milliseconds: milliseconds).description == expected)
    }

    @Test func `every moment has a text`() {
        #expect(Timestamp(milliseconds: .min).description.hasPrefix("0000-"))
        #expect(Timestamp(milliseconds: .max).description.hasPrefix("9999-"))
    }

    @Test func `spans are in seconds`() {
        let start = Timestamp(milliseconds: 1000)
        #expect(start.adding(seconds: 2).seconds(since: start) == 2)
        #expect(Timestamp(milliseconds: 1250).seconds(since: start) == 0.25)
    }
}
