import CBrowserSpawn
import Foundation
import Glibc
import Synchronization

/// Watches one browser from start to end on a thread of its own: reads its standard error, reaps it, and ends the rest of its group.
final class ProcessWatcher: Sendable {
    let process: pid_t
    /// Set once the browser has printed its port; nil when it ended before.
    let address = Latch<ListeningLine.Address?>()
    /// Set when every process of the group is gone and `afterwards` has returned.
    let ended = Latch<BrowserExit>()

    private struct State {
        var isReady = false
        var wasAsked = false
        var hasTimedOut = false
        var isReaped = false
    }

    private let state = Mutex(State())
    private let deadline: ContinuousClock.Instant

    init(process: pid_t, startTimeout: Duration) {
        self.process = process
        deadline = .now + startTimeout
    }

    /// - Parameters:
    ///   - standardError: taken over.
    ///   - killed: called when the group has been killed and before its leader is reaped.
    ///   - afterwards: called when the group is gone; may block.
    func watch(standardError: Int32, killed: @escaping @Sendable () -> Void, afterwards: @escaping @Sendable () -> Void)
    {
        let thread = Thread { [self] in
            var output = BrowserOutput(descriptor: standardError)
            awaitEnd(&output)
            signalGroup(SIGKILL)
            killed()
            let cause = reap()
            output.drain()
            output.close()
            afterwards()
            address.set(nil)
            ended.set(BrowserExit(cause: cause, wasAsked: state.withLock { $0.wasAsked }, lastWords: output.words.text))
        }
        thread.stackSize = 256 << 10
        thread.name = "browser \(process)"
        thread.start()
    }

    /// From now on the start has no time limit any more.
    func markReady() { state.withLock { $0.isReady = true } }
    func markAsked() { state.withLock { $0.wasAsked = true } }
    var hasTimedOut: Bool { state.withLock { $0.hasTimedOut } }

    func signal(_ signal: Int32) { send(signal, to: process) }
    func signalGroup(_ signal: Int32) { send(signal, to: -process) }

    /// Under the lock that `reap()` takes first, so that the number is never somebody else's.
    private func send(_ signal: Int32, to receiver: pid_t) {
        state.withLock { state in
            if !state.isReaped { kill(receiver, signal) }
        }
    }

    private func awaitEnd(_ output: inout BrowserOutput) {
        let descriptor = martlet_process_descriptor(process)
        defer { if descriptor >= 0 { close(descriptor) } }
        var watched = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0), output.pollEntry]
        while descriptor >= 0 || watched[1].fd >= 0 {
            let count = poll(&watched, 2, untilDeadline())
            if count < 0, errno != EINTR { break }
            if count == 0 { giveUpStart() }
            if count > 0, watched[1].revents != 0, !output.read() { watched[1].fd = -1 }
            if let found = output.address { address.set(found) }
            if count > 0, watched[0].revents != 0 { break }
        }
        _ = martlet_wait_unreaped(process)
    }

    /// Milliseconds for poll(2); -1 is without end.
    private func untilDeadline() -> Int32 {
        guard state.withLock({ !$0.isReady && !$0.hasTimedOut }) else { return -1 }
        let rest = (deadline - .now).components
        return Int32(clamping: max(0, rest.seconds * 1000 + rest.attoseconds / 1_000_000_000_000_000 + 1))
    }

    private func giveUpStart() {
        let isLate = state.withLock { state in
            state.hasTimedOut = !state.isReady
            return state.hasTimedOut
        }
        if isLate { signalGroup(SIGKILL) }
    }

    /// Orphans of the group are this process's children (`martlet_adopt_orphans`), so nothing is polled.
    private func reap() -> BrowserExit.Cause {
        state.withLock { $0.isReaped = true }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { break } }
        while waitpid(-process, nil, 0) > 0 || errno == EINTR {}
        return status & 0x7F == 0 ? .status((status >> 8) & 0xFF) : .signal(status & 0x7F)
    }
}
