import Foundation

/// Lines for the person who started the server, on standard output, apart from the log on standard error.
enum Progress {
    static func line(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }
}
