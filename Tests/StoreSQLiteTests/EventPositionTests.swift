import Testing

@testable import StoreSQLite

@Suite struct EventPositionTests {
    @Test func `runs lie one behind the other, numbers in each`() {
        let (first, last) = (EventPosition(run: 1), EventPosition(run: EventPosition.lastRun))
        #expect(EventPosition.numberMask == 0xFF_FFFF_FFFF)
        #expect(first.range.upperBound + 1 == EventPosition(run: 2)[0])
        #expect(last.range.upperBound == Int64.max)
        #expect(EventPosition.number(at: last[77]) == 77)
        #expect(first[-5] == first[0])
        #expect(first[.max] == first.range.upperBound)
    }
}
