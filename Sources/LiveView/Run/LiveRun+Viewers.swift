import Activity
import JSON
public import Model
import Recorder

/// Coming and going.
extension LiveRun {
    /// Serves one viewer until it leaves or is sent away.
    public nonisolated func serve(_ lease: Lease, on line: any ViewerLine) async {
        guard let viewer = await join(lease, line) else { return await line.close(.tooMany) }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await viewer.sendTexts() }
            group.addTask {
                await viewer.sendFrames(of: self.frames); await self.untilCancelled()
            }
            group.addTask { await self.listen(to: viewer) }
            group.addTask { await self.expire(viewer) }
            group.addTask { await viewer.cutWhenStuck() }
            await group.next()
            group.cancelAll()
        }
        await leave(viewer)
    }

    /// A viewer's tasks end together: those that have nothing left to do wait for the others.
    nonisolated func untilCancelled() async {
        while !Task.isCancelled { do { try await Task.sleep(for: .seconds(3600)) } catch { return } }
    }

    private func join(_ lease: Lease, _ line: any ViewerLine) -> Viewer? {
        guard viewers.count < Self.viewerLimit,
            viewers.values.count(where: { $0.lease.id == lease.id }) < Self.leaseLimit
        else { return nil }
        viewerCount += 1
        let viewer = Viewer(id: viewerCount, lease: lease, line: line, patience: settings.viewerTimeout)
        viewers[viewer.id] = viewer
        if viewers.count == 1, status == .active { open() }
        if control.isHeld(by: lease.id) { graceTimer?.cancel() }
        viewer.outbox.put(Self.hello(lease, viewer: viewer.id, of: run))
        viewer.outbox.put(state: state(for: viewer))
        if status == .active {
            tell("system.live_view_opened", "\(Self.who(lease)) opened a live view", viewer: viewer)
            announce()
            if revokedLeases.contains(lease.id) { sendAway(viewer) }
        } else {
            viewer.outbox.close(.runEnded, saying: Self.ended(status))
        }
        return viewer
    }

    private func leave(_ viewer: Viewer) async {
        guard viewers.removeValue(forKey: viewer.id) != nil else { return }
        if viewers.isEmpty { watching?.cancel() }
        guard status == .active else { return }
        tell("system.live_view_closed", "\(Self.who(viewer.lease)) closed a live view", viewer: viewer)
        announce()
        let isLast = !viewers.values.contains { $0.lease.id == viewer.lease.id }
        if isLast, control.isHeld(by: viewer.lease.id) { await leftHolding(viewer.lease) }
    }

    /// The person's last line is gone: perhaps it comes back.
    private func leftHolding(_ lease: Lease) async {
        await letGo()
        let epoch = control.epoch
        graceTimer?.cancel()
        graceTimer = Task {
            do { try await Task.sleep(for: Self.grace) } catch { return }
            guard control.epoch == epoch else { return }
            await release(lease.id, because: .left)
        }
    }

    private func tell(_ type: String, _ message: String, viewer: Viewer) {
        var data: JSONObject = [
            "leaseId": .string(viewer.lease.id.description),
            "control": .string(viewer.lease.terms.control.rawValue),
            "viewers": .integer(Int64(viewers.count)),
        ]
        if let name = viewer.lease.terms.name { data["name"] = .string(name) }
        let draft = ActivityDraft(type: type, category: .system, time: .now, message: message, data: data)
        recorder.tell(draft, by: .person(viewer: viewer.id))
    }

    /// Nothing of a viewer is known but what its lease names.
    static func who(_ lease: Lease) -> String { lease.terms.name.map { "\($0)" } ?? "A viewer" }

    /// Waits for the end of the lease, and ends the viewer then.
    private nonisolated func expire(_ viewer: Viewer) async {
        do {
            let notice = viewer.lease.expiresAt.adding(seconds: -60)
            if notice > .now {
                try await Self.sleep(until: notice)
                viewer.outbox.put(Self.notice("expires_soon", "This live view ends in a minute."))
            }
            try await Self.sleep(until: viewer.lease.expiresAt)
            viewer.outbox.close(.expired, saying: Self.ended("expired", "This live view has expired."))
            await release(viewer.lease.id, because: .expired)
        } catch {}
        await untilCancelled()
    }

    private static func sleep(until time: Timestamp) async throws {
        let milliseconds = time.milliseconds - Timestamp.now.milliseconds
        if milliseconds > 0 { try await Task.sleep(for: .milliseconds(milliseconds)) }
    }
}
