import CDP
import FrameLog
import JSON
import Model

extension RunRecorder {
    /// Takes a picture. Returns false for every other message.
    func takeFrame(_ message: CDPMessage, at now: Timestamp) -> Bool {
        guard message.method == CastFrame.method, let session = message.sessionID else { return false }
        guard let frame = CastFrame(message, at: now) else {
            CastFrame.acknowledgement(of: message).map { acknowledge($0, session) }
            return true
        }
        carryOut(screencast.frame(frame, session: session, at: MonotonicClock.milliseconds))
        return true
    }

    /// Brings casts, watchers and recording up to date with the pages.
    func updateScreencast() {
        let pages = reader.targets.pages
        let crashed = Set(pages.map(\.id).filter(reader.crashes.contains))
        guard pages != castPages || crashed != crashedPages else { return }
        let reloaded = crashedPages.subtracting(crashed)
        if Set(pages.map(\.url)) != Set(castPages.map(\.url)) { planTitles() }
        (castPages, crashedPages) = (pages, crashed)
        frames.update(pages: pages)
        recording?.update(pages, at: .now)
        noteCrash()
        let sessions = pages.compactMap { page in reader.targets.session(recording: page.id).map { (page.id, $0) } }
        let now = MonotonicClock.milliseconds
        carryOut(
            screencast.update(
                Dictionary(uniqueKeysWithValues: sessions),
                front: pages.first(where: \.active)?.id,
                at: now
            )
        )
        for page in reloaded { carryOut(screencast.reloaded(page, at: now)) }
    }

    /// An agent drives a page, or is about to change one.
    func follow(driven: String?, actedOn: String?) {
        let now = MonotonicClock.milliseconds
        if let driven { carryOut(screencast.driven(driven, at: now)) }
        if let actedOn { carryOut(screencast.acted(actedOn, at: now)) }
    }

    /// CDP `Page.loadEventFired`: what a page looks like now should be in the recording, however soon its agent goes on.
    func noteLoad(_ message: CDPMessage) {
        guard message.method == "Page.loadEventFired", let session = reader.targets.session(message.sessionID),
            session.kind == .page
        else { return }
        carryOut(screencast.loaded(session.targetID, at: MonotonicClock.milliseconds))
    }

    /// Takes the pictures that wait for an agent's pause, so that the recording ends with what was seen last. At most 300 ms.
    func takeLastPictures() async {
        carryOut(screencast.hurry(at: MonotonicClock.milliseconds))
        for _ in 0..<30 where screencast.isSampling && !isClosed {
            do { try await Task.sleep(for: .milliseconds(10)) } catch { return }
        }
    }

    /// Somebody watches at another rate than before, or another page.
    func watchersChanged() {
        carryOut(screencast.watched(at: frames.wantedRates, at: MonotonicClock.milliseconds))
    }

    func carryOut(_ actions: [Screencast.Action]) {
        for action in actions {
            switch action {
            case .start(let nth, let session): connection.send("Page.startScreencast", cast(nth), session: session)
            case .stop(let session): connection.send("Page.stopScreencast", session: session)
            case .acknowledge(let number, let session): acknowledge(number, session)
            case .show(let frame): frames.publish(frame)
            case .keep(let frame): recording?.keep(frame)
            case .wake(let page, let time): wakeCast(of: page, at: time)
            }
        }
    }

    private func cast(_ everyNthFrame: Int) -> JSONObject {
        [
            "format": "jpeg", "quality": .integer(Int64(settings.screencast.quality)),
            "maxWidth": .integer(Int64(ScreencastSettings.longestSide)),
            "maxHeight": .integer(Int64(ScreencastSettings.longestSide)),
            "everyNthFrame": .integer(Int64(everyNthFrame)),
        ]
    }

    private func acknowledge(_ number: Int64, _ session: String) {
        connection.send("Page.screencastFrameAck", ["sessionId": .integer(number)], session: session)
    }

    private func wakeCast(of page: String, at time: Int64) {
        after(.milliseconds(max(0, time - MonotonicClock.milliseconds))) { recorder, _ in
            recorder.carryOut(recorder.screencast.wake(page, at: max(time, MonotonicClock.milliseconds)))
        }
    }

    /// Keeps what waited, and ends recording and watching.
    func endScreencast(_ end: RunEnd) async {
        for frame in screencast.finish(at: MonotonicClock.milliseconds) { recording?.keep(frame) }
        frames.finish(end.failure == nil ? .stopped : .failed)
        guard let recording else { return }
        await recording.writer.close(at: recording.milliseconds(end.finishedAt))
    }
}
