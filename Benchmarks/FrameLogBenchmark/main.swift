import FrameLog
import Glibc
import Logging
import Model

/// Usage: FrameLogBenchmark FOLDER [HOURS]
///
/// Writes the frames of so many hours (10) into a log, ten a second and as fast as the disk takes them, with an address each ten seconds, and reads
/// all of them again: how many there are, and by how much the second half of each raised the greatest memory.
let arguments = Array(CommandLine.arguments.dropFirst())
guard let folder = arguments.first else { fatalError("Usage: FrameLogBenchmark FOLDER [HOURS]") }
let hours = arguments.dropFirst().first.flatMap { Int($0) } ?? 10
let count = Int64(hours * 3600 * 10)

let run = RunID()
let writer = FrameLogWriter(folder: folder, run: run, startedAt: .now, logger: Logger(label: "benchmark"))
writer.page("PAGE", url: "about:blank", title: "", at: 0)
writer.front("PAGE", at: 0)
let reader = RecordingReader(folder: folder)
while !RecordingFolder.exists(folder) { try await Task.sleep(for: .milliseconds(5)) }
var middle = 0
for number in 1...count {
    let now = number * 100
    if number % 100 == 1 {
        writer.page("PAGE", url: "https://shop.example/\(number)", title: "Page \(number)", at: now)
    }
    writer.append(picture(number, at: now))
    // The queue is bounded: what comes faster than the disk takes it would be left out.
    while number % 1000 == 0, try await reader.overview().durationMilliseconds < now - 300_000 {
        try await Task.sleep(for: .milliseconds(5))
    }
    if number == count / 2 { middle = greatestMemory() }
}
await writer.close(at: count * 100)
let written = greatestMemory() - middle

var read: Int64 = 0
for try await _ in reader.frames(from: 0, to: .max) {
    read += 1
    if read == count / 2 { middle = greatestMemory() }
}
print("frames \(count) read \(read) write_mib \(written / 1024) read_mib \((greatestMemory() - middle) / 1024)")

/// Two kilobytes that differ from frame to frame.
func picture(_ number: Int64, at milliseconds: Int64) -> LoggedFrame {
    var jpeg = [UInt8](repeating: 0x2A, count: 2048)
    withUnsafeBytes(of: number) { jpeg.replaceSubrange(0..<8, with: $0) }
    return LoggedFrame(
        number: number,
        pageID: "PAGE",
        milliseconds: milliseconds,
        width: 1280,
        height: 720,
        geometry: FrameGeometry(deviceWidth: 1280, deviceHeight: 720),
        jpeg: jpeg
    )
}

/// The most memory that this process ever had, in KiB.
func greatestMemory() -> Int {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage.ru_maxrss
}
