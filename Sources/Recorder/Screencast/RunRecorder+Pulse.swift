import CDP
import FrameLog
import Model

/// What the recording says of stretches without pictures.
extension RunRecorder {
    /// Looks every few seconds whether the browser lives, and notes it in the recording.
    func planPulse() {
        guard recording != nil else { return }
        after(Pulse.pause) { recorder, _ in
            recorder.feelPulse()
            recorder.planPulse()
        }
    }

    private func feelPulse() {
        guard let recording else { return }
        let now = Timestamp.now
        switch pulse.beat(traffic: batchCount, at: now) {
        case .ask: connection.send("Browser.getVersion")
        case .hung(let since): recording.writer.gap(.browserHung, at: recording.milliseconds(since))
        case .stillHung: break
        case .recovered:
            recording.writer.gapEnded(at: recording.milliseconds(now))
            isFrontCrashed = false
            noteCrash()
        case .alive:
            recording.writer.alive(at: recording.milliseconds(now))
            readTitles()
        }
    }

    /// Makes the recording reach until now, for who is about to read it: between two beats a still page leaves no trace.
    public func syncRecording() async {
        guard let recording else { return }
        if !pulse.isHung { recording.writer.alive(at: recording.milliseconds(.now)) }
        await recording.writer.sync()
    }

    /// Notes whether the front page has crashed.
    func noteCrash() {
        guard let recording, !pulse.isHung else { return }
        let isCrashed = castPages.contains { $0.active && crashedPages.contains($0.id) }
        guard isCrashed != isFrontCrashed else { return }
        isFrontCrashed = isCrashed
        let now = recording.milliseconds(.now)
        if isCrashed { recording.writer.gap(.pageCrashed, at: now) } else { recording.writer.gapEnded(at: now) }
    }
}
