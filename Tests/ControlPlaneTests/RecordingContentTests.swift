import JSON
import Model
import Testing
import VideoEncoding

@testable import ControlPlane

struct RecordingContentTests {
    private let content = RecordingExport.Content(runID: RunID(), format: .mp4, from: 0, to: 2500, page: nil)

    private func file(_ source: File.Source = .runtime, from: JSON, to: JSON) throws -> File {
        File(
            spaceID: SpaceID(),
            namespace: "",
            source: source,
            type: RecordingExports.fileType,
            name: "recording.mp4",
            path: "runs/recording.mp4",
            sizeInBytes: 1,
            digest: try #require(SHA256Digest(bytes: [UInt8](repeating: 0, count: 32))),
            metadata: ["format": "mp4", "fromSeconds": from, "toSeconds": to]
        )
    }

    @Test func `A file that says what it shows is found by that`() throws {
        #expect(try file(from: 0, to: 2.5).shows(content))
        #expect(try !file(from: 0, to: 2.501).shows(content))
        #expect(try !file(.upload, from: 0, to: 2.5).shows(content))
    }

    @Test(arguments: [1e300, -1e300, 9.3e15, 1e308] as [JSON])
    func `Metadata of a user may hold any number`(number: JSON) throws {
        #expect(try !file(from: number, to: number).shows(content))
    }
}
