import CDP
import JSON
import Model
import Recorder

/// A person's input, carried out over the recorder's own line. Only pasting and copying wait for a page: one that hangs holds up nobody else.
extension LiveRun {
    func act(_ input: ViewerInput, epoch: Int?, by viewer: Viewer) async throws(Refusal) {
        guard try await admit(input, epoch: epoch, by: viewer) else { return }
        touch()
        switch input {
        case .mouse, .wheel, .touch, .key, .text, .commit, .compose: try await press(input, by: viewer)
        case .paste(let text, let hasMore): try await paste(text, hasMore: hasMore, by: viewer)
        case .copy(let cut): try await copy(cut: cut, by: viewer)
        case .navigate(let navigation, let page): try await navigate(navigation, page, by: viewer)
        case .tab(let tab): try change(tab, by: viewer)
        case .dialog(let id, let accept, let text): try answer(id, accept: accept, text: text, by: viewer)
        case .select(let id, let indexes): try choose(id, indexes, by: viewer)
        case .files(let id, let uploads): try await give(id, uploads, by: viewer)
        case .drop(let point, let modifiers, let uploads): try await drop(uploads, at: point, modifiers, by: viewer)
        }
    }

    /// The page that a viewer's input goes to, and the sessions with it.
    /// - Throws: also when control changes hands meanwhile.
    func place(of viewer: Viewer, page: String? = nil) async throws(Refusal) -> (page: String, RunRecorder.Sessions) {
        let epoch = control.epoch
        let id = page ?? viewer.watchedPage ?? pages.first(where: \.active)?.id
        guard let id, let sessions = await recorder.sessions(of: id) else {
            throw Refusal(.notFound, "The page is gone.")
        }
        try check(epoch: epoch)
        return (id, sessions)
    }

    private func press(_ input: ViewerInput, by viewer: Viewer) async throws(Refusal) {
        let (page, sessions) = try await place(of: viewer)
        switch input {
        case .mouse(let mouse):
            let params = mouse.params(try map(mouse.point, page, viewer))
            if mouse.action == .move {
                move(params, page, sessions, viewer)
            } else {
                send("Input.dispatchMouseEvent", params, page, sessions, viewer)
            }
        case .wheel(let wheel): move(wheel.params(try map(wheel.point, page, viewer)), page, sessions, viewer)
        case .touch(let touch):
            let point = touch.points.first?.point ?? PicturePoint(x: 0, y: 0, frame: nil)
            guard let params = touch.params(try map(point, page, viewer), held: held.fingers) else { return }
            try hold("Input.dispatchTouchEvent", params, page, sessions, viewer)
        case .key(let key):
            guard let params = key.params() else { return }
            if key.givesDragUp, held.mayDrag { connection.send("Input.cancelDragging", session: sessions.page) }
            try hold("Input.dispatchKeyEvent", params, page, sessions, viewer)
        case .text(let text), .commit(let text):
            send("Input.insertText", ["text": .string(text)], page, sessions, viewer)
        case .compose(let text, let start, let end):
            let params: JSONObject = [
                "text": .string(text), "selectionStart": .integer(Int64(start)), "selectionEnd": .integer(Int64(end)),
            ]
            send("Input.imeSetComposition", params, page, sessions, viewer)
        default: break
        }
    }

    func map(_ point: PicturePoint, _ page: String, _ viewer: Viewer) throws(Refusal) -> PictureMap {
        if let map = viewer.map(of: point.frame, page: page) ?? frames.latest(of: page).map(PictureMap.init) {
            return map
        }
        throw Refusal(.notFound, "There is no picture of the page yet.")
    }

    /// Sends what may hold down a finger or a key.
    private func hold(
        _ method: String,
        _ params: JSONObject,
        _ page: String,
        _ sessions: RunRecorder.Sessions,
        _ viewer: Viewer
    ) throws(Refusal) {
        guard held.mayTake(method, params) else {
            throw Refusal(
                .invalid,
                "At most \(HeldInput.fingerLimit) fingers and \(HeldInput.keyLimit) keys may be down at once."
            )
        }
        send(method, params, page, sessions, viewer)
    }

    /// Sends a command of the person, behind the moves that still wait.
    func send(
        _ method: String,
        _ params: JSONObject,
        _ page: String,
        _ sessions: RunRecorder.Sessions,
        _ viewer: Viewer
    ) {
        for move in moves.takeWaiting() {
            connection.send("Input.dispatchMouseEvent", move.params, session: move.session)
        }
        recorder.announced(viewer: viewer.id, method: method, params: .object(params), page: page)
        held.sent(method, params, session: sessions.page)
        connection.send(method, params, session: sessions.page)
    }

    private func move(_ params: JSONObject, _ page: String, _ sessions: RunRecorder.Sessions, _ viewer: Viewer) {
        recorder.announced(viewer: viewer.id, method: "Input.dispatchMouseEvent", params: .object(params), page: page)
        held.sent("Input.dispatchMouseEvent", params, session: sessions.page)
        if let move = moves.add(MoveQueue.Move(params: params, session: sessions.page)) { start(move) }
    }

    /// The next move waits until the page has taken this one, a tenth of a second at most. While a button is down it waits longer: Chromium loses a
    /// drag that begins while a second move is on its way.
    private func start(_ move: MoveQueue.Move) {
        let call = connection.begin("Input.dispatchMouseEvent", move.params, session: move.session)
        let patience: Duration = held.mayDrag ? .seconds(2) : .milliseconds(100)
        Task {
            _ = try? await connection.result(of: call, timeout: patience)
            if let next = moves.ended() { start(next) }
        }
    }

    /// Lets go of what the person holds down.
    func letGo() async {
        for move in moves.takeWaiting() {
            connection.send("Input.dispatchMouseEvent", move.params, session: move.session)
        }
        for release in held.takeReleases() { connection.send(release.method, release.params, session: release.session) }
    }
}
