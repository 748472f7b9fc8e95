import Foundation

/// Times, lengths and sizes as people read them.
enum TextFormat {
    /// `14:03:09.120`, UTC.
    static func clock(_ time: Date) -> String {
        let milliseconds = Int((time.timeIntervalSince1970 * 1000).rounded()) % 86_400_000
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let (hours, minutes) = (milliseconds / 3_600_000, milliseconds / 60_000 % 60)
        let thousandths = "\(1000 + milliseconds % 1000)".dropFirst()
        return "\(two(hours)):\(two(minutes)):\(two(milliseconds / 1000 % 60)).\(thousandths)"
    }

    /// `340 ms`, `12.4 s`, `3 min 20 s`, `2 h 5 min`.
    static func duration(_ duration: Duration) -> String {
        let milliseconds = Int((duration / .milliseconds(1)).rounded())
        let tenths = (milliseconds + 50) / 100
        switch milliseconds {
        case ..<1000: return "\(milliseconds) ms"
        case ..<60_000: return "\(tenths / 10).\(tenths % 10) s"
        case ..<3_600_000: return "\(milliseconds / 60_000) min \(milliseconds / 1000 % 60) s"
        default: return "\(milliseconds / 3_600_000) h \(milliseconds / 60_000 % 60) min"
        }
    }

    /// `just now`, `5 min ago`, `in 2 h`.
    static func relative(_ time: Date, now: Date = Date()) -> String {
        let seconds = now.timeIntervalSince(time)
        let size = abs(seconds)
        if size < 1 { return "just now" }
        let text =
            switch size {
            case ..<60: "\(Int(size)) s"
            case ..<3600: "\(Int(size / 60)) min"
            case ..<86_400: "\(Int(size / 3600)) h"
            default: "\(Int(size / 86_400)) d"
            }
        return seconds > 0 ? "\(text) ago" : "in \(text)"
    }

    /// `812 B`, `1.4 MB`: powers of 1000.
    static func size(_ bytes: Int) -> String {
        guard bytes >= 1000 else { return "\(bytes) B" }
        var (value, unit) = (Double(bytes) / 1000, 0)
        let units = ["kB", "MB", "GB", "TB"]
        while value >= 999.95, unit < units.count - 1 { (value, unit) = (value / 1000, unit + 1) }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }
}
