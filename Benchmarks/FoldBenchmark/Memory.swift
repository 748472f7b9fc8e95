import Foundation

enum Memory {
    /// Bytes of this process in memory now: `/proc/self/statm`, in pages of 4 KiB.
    static var resident: Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4096
    }
}
