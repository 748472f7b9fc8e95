import Foundation
import Testing

@testable import Martlet

struct LocalFileTests {
    @Test func `a file that cannot get its name is closed once`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "martlet-local-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder + "/taken", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = try await LocalFile.create(beside: folder + "/file")
        await #expect(throws: MartletError.self) { try await file.finish(as: folder + "/taken") }
        // One of these has the number that the file had.
        let others = (0..<64).map { _ in open("/dev/null", O_RDONLY | O_CLOEXEC) }
        await file.abandon()
        for other in others {
            #expect(fcntl(other, F_GETFD) != -1)
            close(other)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["taken"])
    }
}
