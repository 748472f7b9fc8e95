import Model
import Testing

@testable import StoreSQLite

@Suite struct StorageCodeTests {
    @Test func `codes never change`() {
        #expect(EventType.allCases.map(\.storageCode) == Array(1...13))
        #expect(EventStatus.allCases.map(\.storageCode) == Array(1...5))
        #expect(EventType.allCases.allSatisfy { EventType(storageCode: $0.storageCode) == $0 })
        #expect(EventStatus.allCases.allSatisfy { EventStatus(storageCode: $0.storageCode) == $0 })
        #expect(EventType(storageCode: 99) == nil)
        #expect(EventKind(typeCode: 1, statusCode: 99, pageID: nil, contextID: nil) == nil)
    }
}
