import JSON
import Testing

struct JSONObjectTests {
    @Test func `members keep their place, setting nil removes`() {
        var object: JSONObject = ["a": 1, "b": 2, "c": 3]
        object["b"] = 4
        object["a"] = nil
        object["x"] = nil
        object["d"] = 5
        #expect(object.members.map(\.name) == ["b", "c", "d"])
        #expect(object["b"] == 4)
    }

    @Test func `order does not count for equality`() {
        #expect(["a": 1, "b": 2] as JSONObject == ["b": 2, "a": 1])
        #expect(["a": 1] as JSONObject != ["a": 1, "b": 2])
    }

    @Test func `accessors answer only for their own kind`() {
        #expect(JSON.number(2).integerValue == 2)
        #expect(JSON.number(2.5).integerValue == nil)
        #expect(JSON.number(1e300).integerValue == nil)
        #expect(JSON.integer(2).doubleValue == 2)
        #expect(JSON.string("2").integerValue == nil)
        #expect(JSON.null.isNull)
        #expect(JSON.array([1])["a"] == nil)
    }
}
