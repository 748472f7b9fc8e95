import Foundation
import Synchronization

/// How far a transfer is, on a terminal at standard error; nothing elsewhere.
final class ProgressBar: Sendable {
    private let name: String
    private let isShown = Terminal.isTerminal(STDERR_FILENO)
    private let last = Mutex<(time: ContinuousClock.Instant, began: ContinuousClock.Instant)?>(nil)

    init(_ name: String) { self.name = name.printable }

    /// - Parameters:
    ///   - done: bytes so far.
    ///   - whole: bytes in all, if known.
    func show(_ done: Int, of whole: Int?) {
        guard isShown else { return }
        let now = ContinuousClock.now
        let began: ContinuousClock.Instant? = last.withLock { last in
            guard let before = last else {
                last = (now, now)
                return now
            }
            // Ten times a second is as fast as a person reads.
            guard done == whole || before.time.duration(to: now) > .milliseconds(100) else { return nil }
            last = (now, before.began)
            return before.began
        }
        guard let began else { return }
        Output.note("\r\u{1B}[K" + Self.text(name, done, whole, began.duration(to: now)))
    }

    /// - Parameter share: what is done, 0 to 1, of something that has no size.
    func show(_ share: Double) {
        guard isShown else { return }
        last.withLock { last in if last == nil { last = (.now, .now) } }
        let share = min(max(share, 0), 1)
        Output.note("\r\u{1B}[K\(name)  \(Self.bar(share)) \(Int(share * 100))%")
    }

    private static func bar(_ share: Double) -> String {
        let filled = Int(min(max(share, 0), 1) * 24)
        return String(repeating: "━", count: filled) + String(repeating: "─", count: 24 - filled)
    }

    func clear() {
        let wasShown = last.withLock { last in
            defer { last = nil }
            return last != nil
        }
        if wasShown { Output.note("\r\u{1B}[K") }
    }

    static func text(_ name: String, _ done: Int, _ whole: Int?, _ time: Duration) -> String {
        let seconds = time / .seconds(1)
        let rate = seconds > 0.2 ? "  \(TextFormat.size(Int(Double(done) / seconds)))/s" : ""
        guard let whole, whole > 0 else { return "\(name)  \(TextFormat.size(done))\(rate)" }
        return "\(name)  \(bar(Double(done) / Double(whole))) \(done * 100 / whole)%  \(TextFormat.size(whole))\(rate)"
    }
}
