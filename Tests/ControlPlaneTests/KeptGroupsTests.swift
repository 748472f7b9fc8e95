import Testing

@testable import ControlPlane
@testable import FrameLog

struct KeptGroupsTests {
    private func group(_ number: UInt32, _ video: String = "/a/video") -> ArchivedPicture.Group {
        ArchivedPicture.Group(video: video, number: number, width: 2, height: 2)
    }

    private let jpegs = [[UInt8]](repeating: [UInt8](repeating: 0, count: 10), count: 3)

    @Test func `What was not asked for the longest goes first`() {
        var kept = KeptGroups(capacity: 100)
        for number in UInt32(1)...3 { kept.keep(jpegs, of: group(number)) }
        #expect(kept.pictures(of: group(1)) == jpegs)
        kept.keep(jpegs, of: group(4))
        #expect(kept.size == 90)
        #expect(kept.pictures(of: group(2)) == nil)
        for number in [1, 3, 4] as [UInt32] { #expect(kept.pictures(of: group(number)) != nil) }
    }

    @Test func `The same group counts once, and one that is too large is not kept`() {
        var kept = KeptGroups(capacity: 50)
        kept.keep(jpegs, of: group(1))
        kept.keep(jpegs, of: group(1))
        #expect(kept.size == 30)
        kept.keep([[UInt8](repeating: 0, count: 60)], of: group(2))
        #expect(kept.size <= 50 && kept.pictures(of: group(2)) == nil)
    }

    @Test func `A recording that is deleted is forgotten`() {
        var kept = KeptGroups()
        kept.keep(jpegs, of: group(1))
        kept.keep(jpegs, of: group(1, "/b/video"))
        kept.forget { $0.video.hasPrefix("/a/") }
        #expect(kept.pictures(of: group(1)) == nil && kept.pictures(of: group(1, "/b/video")) != nil && kept.size == 30)
    }
}
