import API
import JSON
import Model
import Testing

@Suite struct QueryReaderTests {
    @Test func `lists may be repeated, comma-joined, or both`() throws {
        let query = try QueryReader("type=navigation&type=dialog,download&other=1")
        #expect(try query.choices("type") == [EventType.navigation, .dialog, .download])
        #expect(try query.choices("status") == ([] as Set<EventStatus>))
        #expect(throws: APIError.self) { _ = try QueryReader("status=").choices("status") as Set<EventStatus> }
    }

    @Test func `older names are understood where they are given`() throws {
        let query = try QueryReader("status=completed&status=running")
        #expect(
            try query.choices("status", aliases: ["completed": .stopped, "running": .active]) == [
                Run.Status.stopped, .active,
            ]
        )
        #expect(throws: APIError.self) { _ = try query.choices("status") as Set<Runtime.Status> }
    }

    @Test(arguments: [("True", true), ("true", true), ("FALSE", false)])
    func `booleans are read without regard to case`(text: String, value: Bool) throws {
        #expect(try QueryReader("force=\(text)").bool("force") == value)
    }

    @Test(arguments: ["1", "", "yes"]) func `other booleans are refused`(text: String) throws {
        let query = try QueryReader("force=\(text)")
        #expect(throws: APIError.invalid("force", "must be `true` or `false`.")) { _ = try query.bool("force") }
    }

    @Test(arguments: [
        (nil, 50), ("limit=1", 1), ("limit=200", 200), ("limit=201", 200), ("limit=99999999999999999999", 200),
    ])
    func `a page has 50 items, or what is asked for up to 200`(query: String?, size: Int) throws {
        #expect(try QueryReader(query).pageSize() == size)
    }

    @Test(arguments: ["limit=0", "limit=-5", "limit=many", "limit=", "limit=1.5", "limit=+1x", "limit=1&limit=2"])
    func `other limits are refused`(query: String) throws {
        let query = try QueryReader(query)
        let error = #expect(throws: APIError.self) { _ = try query.pageSize() }
        #expect(error?.details["field"] == "limit")
    }

    @Test func `a cursor is an id, and an empty one is none`() throws {
        let id = RunID()
        #expect(try QueryReader("cursor=\(id)").cursor() == id)
        #expect(try QueryReader("cursor=").cursor(of: Run.self) == nil)
        #expect(throws: QueryReader.invalidCursor) { _ = try QueryReader("cursor=x").cursor(of: Run.self) }
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%FF", "%C3=1"]) func `wrong escapes are refused`(query: String) {
        #expect(throws: APIError.self) { _ = try QueryReader(query) }
    }

    @Test func `escapes and plus signs are decoded`() throws {
        #expect(try QueryReader("a=%C3%A4+b%2Bc=d").text("a") == "ä b+c=d")
    }
}
