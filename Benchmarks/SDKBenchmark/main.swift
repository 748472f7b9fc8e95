// Reads all events of a run by the SDK and prints how many there were, how long it took, and the most memory it took (Linux).
import Foundation
import Martlet

guard let run = CommandLine.arguments.dropFirst().first else {
    print("usage: SDKBenchmark RUN, with MARTLET_BASE_URL and MARTLET_API_KEY")
    exit(2)
}
let martlet = Martlet()
_ = try await martlet.auth.whoami()
let began = ContinuousClock.now
var count = 0
var last = 0
for try await event in martlet.runs.events.all(Martlet.RunID(run)) {
    count += 1
    last = event.number ?? 0
}
let seconds = began.duration(to: .now) / .seconds(1)
let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }?.split(separator: " ").dropFirst().first
print(#"{"count":\#(count),"last":\#(last),"seconds":\#(seconds),"peakKiB":\#(peak ?? "0")}"#)
