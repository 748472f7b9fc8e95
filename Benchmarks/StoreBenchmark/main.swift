import Foundation
import Logging
import StoreSQLite

/// Usage: StoreBenchmark [FOLDER] [ROWS-TO-APPEND] [ROWS-TO-PAGE-THROUGH]
///
/// A count of 0 leaves that part out. Build it in release. Figures compare only within one run on one machine.
let arguments = CommandLine.arguments.dropFirst()
let folder = arguments.first ?? FileManager.default.temporaryDirectory.path
let appended = arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
let paged = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 1_000_000

if appended > 0 {
    print("Appending, rows a second (median of 3; raw = the same rows through GRDB alone, one connection, FULL)")
    print("tasks batch      store        raw  ratio")
    for tasks in [1, 8] {
        for batch in [1, 10, 100, 1000] {
            try await AppendBenchmark(folder: folder, tasks: tasks, batch: batch, rows: appended).run()
        }
    }
}
if paged > 0 { try await PageBenchmark(folder: folder, rows: paged).run() }
