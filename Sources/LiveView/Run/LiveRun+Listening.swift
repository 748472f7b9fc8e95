import JSON
import Logging
import Model
import Recorder

/// What viewers say.
extension LiveRun {
    /// Reads a viewer's messages to their end.
    nonisolated func listen(to viewer: Viewer) async {
        var meter = MessageMeter(at: .now)
        do {
            while let data = try await viewer.line.receive() {
                guard case .text(let text) = data else { return await end(viewer, .broken) }
                guard meter.count(at: .now) else { return await end(viewer, .flood) }
                do throws(BrokenMessage) {
                    let (type, message) = try ViewerMessage.read(text)
                    await take(message, type, from: viewer)
                } catch {
                    return await end(viewer, .broken)
                }
            }
        } catch {
            logger.trace("Viewer's line ended", metadata: ["run.id": "\(run.id)", "error": "\(error)"])
        }
    }

    /// Sends a viewer away, and leaves its other tasks the time to say so.
    private nonisolated func end(_ viewer: Viewer, _ reason: ViewerClose) async {
        viewer.outbox.close(reason)
        await untilCancelled()
    }

    private nonisolated func take(_ message: Result<ViewerMessage, Refusal>, _ type: String, from viewer: Viewer) async
    {
        do throws(Refusal) {
            let message = try message.get()
            if case .acknowledge(let number) = message { return viewer.window.acknowledge(number) }
            try await obey(message, of: viewer)
        } catch {
            viewer.outbox.put(Self.refused(type, error))
        }
    }

    /// A viewer that is being sent away is not obeyed any more, though it may go on speaking until its line is closed.
    private func obey(_ message: ViewerMessage, of viewer: Viewer) async throws(Refusal) {
        guard status == .active, !viewer.outbox.isClosing else { return }
        switch message {
        case .acknowledge: break
        case .ping(let time): viewer.outbox.put(["type": "pong", "time": time])
        case .watch(let page): try watch(page, by: viewer)
        case .take, .release, .done, .input:
            guard viewer.lease.terms.control == .input else {
                throw Refusal(.watchOnly, "This live view may only watch.")
            }
            try await drive(message, of: viewer)
        }
    }

    private func drive(_ message: ViewerMessage, of viewer: Viewer) async throws(Refusal) {
        switch message {
        case .take: await take(by: viewer)
        case .release: await release(viewer.lease.id, because: .released)
        case .done: await done(by: viewer)
        case .input(let input, let epoch): try await act(input, epoch: epoch, by: viewer)
        default: break
        }
    }

    private func watch(_ page: String?, by viewer: Viewer) throws(Refusal) {
        if let page, !pages.contains(where: { $0.id == page }) {
            throw Refusal(.notFound, "There is no page \(page.prefix(64)).")
        }
        viewer.watch(page)
        viewer.outbox.put(state: state(for: viewer))
    }
}
