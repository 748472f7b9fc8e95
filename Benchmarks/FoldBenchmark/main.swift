import Model

/// Usage: FoldBenchmark [EVENTS]
///
/// Folds a run's events into activity, without a browser, a store or a server: the time, the rows, and the memory that stays.
let events = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
var run = ScriptedRun()
let before = Memory.resident
let time = ContinuousClock().measure { run.fold(events: events) }
let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
print(
    "events \(run.events) rows \(run.rows) seconds \(seconds) rate \(Int(Double(run.events) / seconds))",
    "grown_mib \(Double(Memory.resident - before) / 1_048_576)"
)
