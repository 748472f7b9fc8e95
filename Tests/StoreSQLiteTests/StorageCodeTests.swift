import Model
import Testing

@testable import StoreSQLite

@Suite struct StorageCodeTests {
    @Test func `codes never change`() {
        #expect(EventType.allCases.map(\.storageCode) == Array(1...14))
        #expect(EventStatus.allCases.map(\.storageCode) == Array(1...5))
    }
}
