import JSON
import Model

/// Which pages and frames have crashed and not come back.
struct CrashBook: Sendable {
    private var crashed: Set<String> = []

    mutating func insert(_ target: String) -> Bool { crashed.insert(target).inserted }
    func contains(_ target: String) -> Bool { crashed.contains(target) }
    mutating func forget(_ target: String) { crashed.remove(target) }
}

/// A crash is told in two ways, and counts once: in the page's session, and (with the reason) in the browser's. Workers that merely end are
/// told of in the same way; they are left out.
extension TrafficReader {
    /// CDP `Inspector.targetCrashed`.
    mutating func sessionCrashed(_ incoming: Incoming, into actions: inout [Action]) {
        guard let id = incoming.session else { return }
        crash(id, reason: "crashed", errorCode: nil, at: incoming.now, into: &actions)
    }

    /// CDP `Target.targetCrashed`.
    mutating func targetCrashed(_ incoming: Incoming, into actions: inout [Action]) {
        guard let target = incoming.string("targetId"),
            let id = targets.sessions.first(where: { $0.value.targetID == target })?.key
        else { return }
        let code = incoming.params["errorCode"]?.integerValue
        crash(id, reason: incoming.string("status") ?? "crashed", errorCode: code, at: incoming.now, into: &actions)
    }

    mutating func targetReloaded(_ incoming: Incoming) {
        guard let target = targets.session(incoming.session)?.targetID else { return }
        forgetCrash(of: target)
    }

    /// The target works again, or is gone.
    mutating func forgetCrash(of target: String) {
        crashes.forget(target)
        targets.note(page: target, crashed: false)
    }

    private mutating func crash(
        _ id: String,
        reason: String,
        errorCode: Int64?,
        at now: Timestamp,
        into actions: inout [Action]
    ) {
        guard let session = targets.session(id), session.kind != .worker, crashes.insert(session.targetID) else {
            return
        }
        targets.note(page: session.targetID, crashed: true)
        var data = EventData()
        data.put("reason", reason)
        data.put("errorCode", errorCode)
        data.put("url", navigations.frames[session.targetID]?.url)
        data.put("frameId", session.targetID)
        data.put("mainFrame", session.kind == .page)
        actions.append(session.place.event(.pageCrash, .failed, at: now, name: "crash", data))
        endRequests(at: now, into: &actions) { $0.session == id }
    }
}
