import Foundation
import Model
import Testing

@testable import LiveView

@Suite(.timeLimit(.minutes(3))) struct UploadFolderTests {
    @Test func `files that are still under way count, and make room when they fail`() async throws {
        let path = FileManager.default.temporaryDirectory.path + "/martlet-uploads-\(UUIDv7())"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let (folder, lease) = (UploadFolder(path: path), LeaseID())
        let (bytes, sender) = AsyncThrowingStream.makeStream(of: [UInt8].self)
        let one = Task {
            var bytes = bytes.makeAsyncIterator()
            return try await folder.keep("slow", of: lease) { try await bytes.next() }
        }
        await until { (try? FileManager.default.contentsOfDirectory(atPath: path).count) == 1 }
        for number in 1..<UploadFolder.countLimit { _ = try await folder.keep("\(number)", of: lease) { nil } }
        await #expect(throws: UploadFolder.Fault.self) { try await folder.keep("last", of: lease) { nil } }
        sender.finish(throwing: CancellationError())
        await #expect(throws: CancellationError.self) { try await one.value }
        _ = try await folder.keep("last", of: lease) { nil }
    }
}
