public import CDP
import JSON
import Model

/// Someone who waits for a page to come or go.
struct PageWaiter: Sendable {
    let number: Int
    /// Nil: any page.
    let target: String?
    let isOpen: Bool
    let continuation: CheckedContinuation<Bool, Never>
}

extension RunRecorder {
    /// Starts the recording in the browser; returns when its first page is being recorded, before anybody can reach it.
    ///
    /// CDP `Target.setDiscoverTargets`, `Target.setAutoAttach`, `Browser.setDownloadBehavior`.
    /// - Throws: `timeout` when no page comes within 10 seconds; `closed`; `refused`.
    public func attach() async throws(CDPError) {
        _ = try await connection.call("Target.setDiscoverTargets", ["discover": true])
        var actions: [Action] = []
        reader.setDownloads(in: "", into: &actions)
        for case .send(let method, let params, let session) in actions {
            _ = try await connection.call(method, params, session: session)
        }
        _ = try await connection.call("Target.setAutoAttach", SessionSetup.browserAutoAttach)
        guard await wait(for: nil, isOpen: true, timeout: .seconds(10)) else {
            throw CDPError(.timeout, "The browser opened no page.", method: "Target.setAutoAttach")
        }
        guard let session = reader.targets.sessions.first(where: { $0.value.kind == .page })?.key else { return }
        // Commands of a session are answered in order: with this answer all that came before it has taken effect.
        _ = try await connection.call("Runtime.runIfWaitingForDebugger", session: session)
    }

    /// The live pages, in the order of their coming; exactly one is active, while there are any.
    public func targets() -> [PageTarget] { reader.targets.pages }

    /// Notes that the control plane has put a page in front.
    public func activated(_ target: String) {
        reader.targets.bringToFront(target)
        updateScreencast()
    }

    /// Waits until a page is in ``targets()``, or no longer; at most 5 seconds.
    public func waitUntil(_ target: String, isOpen: Bool) async {
        _ = await wait(for: target, isOpen: isOpen, timeout: .seconds(5))
    }

    private func wait(for target: String?, isOpen: Bool, timeout: Duration) async -> Bool {
        guard !isTrue(target, isOpen) else { return true }
        guard !isClosed else { return false }
        taskCount += 1
        let number = taskCount
        return await withCheckedContinuation { continuation in
            waiters.append(PageWaiter(number: number, target: target, isOpen: isOpen, continuation: continuation))
            after(timeout) { recorder, _ in recorder.giveUp(number) }
        }
    }

    private func isTrue(_ target: String?, _ isOpen: Bool) -> Bool {
        reader.targets.pages.contains { target == nil || $0.id == target } == isOpen
    }

    private func giveUp(_ number: Int) {
        guard let index = waiters.firstIndex(where: { $0.number == number }) else { return }
        waiters.remove(at: index).continuation.resume(returning: false)
    }

    func wakeWaiters() {
        guard !waiters.isEmpty else { return }
        for waiter in waiters where isTrue(waiter.target, waiter.isOpen) { waiter.continuation.resume(returning: true) }
        waiters.removeAll { isTrue($0.target, $0.isOpen) }
    }
}
