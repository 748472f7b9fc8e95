import Activity
import Model

/// The passing of time.
extension ActivityRecorder {
    /// Settles what is due, and sets the timer for what comes due next.
    func advance(to now: Timestamp) {
        folder.tick(at: now)
        give(settled())
        guard let due = folder.nextTick, timer.map({ due < $0.due }) ?? true, !isClosed else { return }
        timer?.task.cancel()
        let pause = max(1, due.milliseconds - now.milliseconds)
        let task = Task {
            do { try await Task.sleep(for: .milliseconds(pause)) } catch { return }
            tick()
        }
        timer = (due, task)
    }

    private func tick() {
        timer = nil
        guard !isClosed else { return }
        readAgents()
    }
}
