import Dispatch
import Model
import Synchronization
import Testing

@testable import FrameLog

@Suite(.timeLimit(.minutes(3))) struct FrameQueueTests {
    private let jpeg = [UInt8](repeating: 7, count: 100_000)

    @Test func `beyond the limit only the newest frame of each page is held, and order stays`() {
        var queue = FrameQueue(limit: 250_000)
        let places = (Int64(1)...6).map { queue.add(frame($0, of: $0 == 5 ? "B" : "A", at: $0 * 10, jpeg)) }
        #expect(places == [.waits, .waits, .overflows, .replaces, .replaces, .replaces])
        queue.written(frame(1, at: 10, jpeg))
        #expect(queue.add(frame(7, at: 70, jpeg)) == .replaces, "it must not come before those that are held")
        let overflow = queue.takeOverflow()
        #expect(overflow?.frames.map(\.number) == [5, 7] && overflow?.since == 30)
        #expect(queue.takeOverflow() == nil && queue.overflow.isEmpty)
        #expect(queue.add(frame(8, at: 80, jpeg)) == .waits)
    }

    @Test func `a disk that hangs costs no memory, and a gap`() async throws {
        try await withRecordingFolder { folder in
            let writer = folder.writer(FrameLogSettings(commitInterval: .milliseconds(1), queueLimit: 1_000_000))
            writer.page("A", url: "", title: "", at: 0)
            let disk = DispatchSemaphore(value: 0)
            writer.lane.add { disk.wait() }
            for number in Int64(1)...1000 { writer.append(frame(number, at: number * 100, jpeg)) }
            let held = writer.queue.withLock { $0.bytes + $0.overflow.values.reduce(0) { $0 + $1.jpeg.count } }
            #expect(held <= 1_100_000)
            disk.signal()
            writer.alive(at: 100_100)
            await writer.close(at: 100_200)
            let numbers = try await folder.reader.index(from: 0, to: .max, page: "A").map(\.number)
            #expect(numbers == Array(1...10) + [1000])
            let gaps = try await folder.reader.overview().gaps
            #expect(gaps == [RecordingGap(cause: .storage, from: 1100, to: 100_100)])
        }
    }
}
