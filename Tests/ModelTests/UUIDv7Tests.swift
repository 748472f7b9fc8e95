import Model
import Testing

struct UUIDv7Tests {
    @Test func `values made in one task rise strictly`() {
        let ids = (0..<20_000).map { _ in UUIDv7() }
        #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 && $0.description < $1.description })
    }

    @Test func `values made by many tasks are unique, and rise in each`() async {
        let lists = await withTaskGroup(of: [UUIDv7].self) { group in
            for _ in 0..<8 { group.addTask { (0..<5000).map { _ in UUIDv7() } } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        for ids in lists { #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 }) }
        #expect(Set(lists.joined()).count == 40_000)
    }

    @Test func `text has version 7, the variant and the time, and reads back`() {
        let before = Timestamp.now.milliseconds
        let id = UUIDv7()
        #expect(id.description.utf8.count == 36)
        #expect(id.high >> 12 & 0xF == 7)
        #expect(id.low >> 62 == 2)
        #expect(id.milliseconds >= before)
        #expect(UUIDv7(id.description) == id)
        #expect(UUIDv7(id.description.uppercased()) == id)
    }

    @Test(arguments: [
        "", "x", "0190f3b2-7c1e-7000-8000-00000000000", "0190f3b2-7c1e-7000-8000-0000000000000",
        "0190f3b27c1e-7000-8000-0000000000000",
        "0190f3b2-7c1e-7000-8000-00000000000g", "é190f3b2-7c1e-7000-8000-0000000000",
        "{190f3b2-7c1e-7000-8000-00000000000}",
    ])
    func `other text is no UUID`(text: String) { #expect(UUIDv7(text) == nil) }
}
