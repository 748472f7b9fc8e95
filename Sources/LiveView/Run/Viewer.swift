import Model
import Recorder
import Synchronization

/// One open line to a page that shows the run.
final class Viewer: Sendable {
    let id: Int
    let lease: Lease
    let line: any ViewerLine
    let outbox = ViewerOutbox()
    let window = AckWindow()
    private let watched: Mutex<String?>
    private let watchChanges: AsyncStream<String?>.Continuation
    private let watches: AsyncStream<String?>
    /// Maps of the frames that were sent last, newest last: input names the frame that it was made on.
    private let maps = Mutex<[(number: Int64, page: String, map: PictureMap)]>([])
    private let pasting = Mutex(PasteBuffer())
    /// How long a frame may wait for its acknowledgement.
    private let patience: Duration

    init(id: Int, lease: Lease, line: any ViewerLine, patience: Duration) {
        self.id = id
        self.lease = lease
        self.line = line
        self.patience = patience
        watched = Mutex(nil)
        (watches, watchChanges) = AsyncStream.makeStream(of: String?.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// The page that the viewer picked; nil: whichever is in front.
    var watchedPage: String? { watched.withLock { $0 } }

    func watch(_ page: String?) {
        watched.withLock { $0 = page }
        watchChanges.yield(page)
    }

    /// The person behind the viewer.
    var person: ControlState.Person {
        ControlState.Person(lease: lease.id, name: lease.terms.name, agentInput: lease.terms.agentInput)
    }

    /// Takes a part of a pasted text.
    func paste(_ part: String, hasMore: Bool) -> PasteBuffer.Step {
        pasting.withLock { $0.add(part, hasMore: hasMore) }
    }

    /// The map of a frame that was sent to the viewer, else of the newest of the page.
    func map(of frame: Int64?, page: String) -> PictureMap? {
        maps.withLock { maps in
            maps.last { $0.page == page && (frame == nil || $0.number == frame) }?.map
                ?? maps.last { $0.page == page }?.map
        }
    }

    private func remember(_ frame: Frame) {
        maps.withLock { maps in
            if maps.count >= 16 { maps.removeFirst() }
            maps.append((frame.number, frame.pageID, PictureMap(frame)))
        }
    }
}

extension Viewer {
    /// Sends what is in the outbox, to the end of the line.
    func sendTexts() async {
        var count = 0
        while let step = await outbox.next() {
            switch step {
            case .text(let bytes):
                do { try await line.send(text: bytes) } catch { return }
                count += 1
                // Pictures come when the viewer has been told what they are of.
                if count == 2 { watchChanges.yield(watchedPage) }
            case .close(let reason): return await line.close(reason)
            }
        }
    }

    /// Cuts a line that takes not even its goodbye. Returns when it is cut.
    func cutWhenStuck() async {
        var hasClosed = false
        while !Task.isCancelled {
            do { try await Task.sleep(for: .seconds(5)) } catch { return }
            if hasClosed { return line.abort() }
            hasClosed = outbox.isClosing
        }
    }

    /// Sends the frames of the page that the viewer watches, whichever it is.
    func sendFrames(of hub: FrameHub) async {
        var current: Task<Void, Never>?
        for await page in watches {
            current?.cancel()
            await current?.value
            current = Task { await sendFrames(of: page, from: hub) }
        }
        current?.cancel()
        await current?.value
        hub.releaseRate(by: id)
    }

    private func sendFrames(of page: String?, from hub: FrameHub) async {
        var reader = hub.reader(of: page)
        var pace = FramePace()
        hub.wantsRate(framesPerSecond: pace.rate, of: page, by: id)
        while !Task.isCancelled {
            let waits = ContinuousClock.now
            guard await window.room(within: patience) else {
                if !Task.isCancelled { outbox.close(.takesNothing) }
                return
            }
            if pace.waited(until: .now, since: waits, window) {
                hub.wantsRate(framesPerSecond: pace.rate, of: page, by: id)
            }
            switch await reader.next(timeout: .seconds(30)) {
            case .frame(let frame): do { try await send(frame) } catch { return }
            case .pages, .idle: continue
            case .ended: return
            }
        }
    }

    private func send(_ frame: Frame) async throws {
        remember(frame)
        window.sent(frame.number)
        try await line.send(frame)
    }
}
