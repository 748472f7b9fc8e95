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

    /// Somebody watches at another rate than before.
    func watchersChanged() {
        carryOut(screencast.watched(at: frames.wantedRate, at: MonotonicClock.milliseconds))
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
            recorder.carryOut(recorder.screencast.wake(page, at: MonotonicClock.milliseconds))
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
