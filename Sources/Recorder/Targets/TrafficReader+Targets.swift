import JSON
import Model

extension TrafficReader {
    /// CDP `Target.attachedToTarget`: a target has come and, as a rule, waits for us. All commands go out at once, in order; the last lets it run.
    mutating func attachedToTarget(_ incoming: Incoming, into actions: inout [Action]) {
        guard let session = incoming.string("sessionId"), let info = incoming.params["targetInfo"],
            let target = info["targetId"]?.stringValue, let type = info["type"]?.stringValue
        else { return }
        defer { actions.append(.send("Runtime.runIfWaitingForDebugger", in: session)) }
        guard let kind = TargetSession.Kind(type), !targets.isRecorded(target) else { return }
        // Each page offers the service workers that serve it. They are recorded in the browser's own session, which outlives the page;
        // the page's holds their script back until that is set up.
        guard type != "service_worker" || incoming.session == nil else { return }
        let context = info["browserContextId"]?.stringValue
        let place = place(kind, type: type, info: info, parent: incoming.session)
        let added = TargetSession(
            targetID: target,
            kind: kind,
            place: place,
            parent: incoming.session,
            hasOpener: info["canAccessOpener"] == true
        )
        targets.add(added, id: session)
        if let context, targets.isNew(context: context) { setDownloads(in: downloadContext(context), into: &actions) }
        if kind == .page { targets.update(page: target, info) }
        if kind != .worker { actions.append(.step(.attached(target: target, page: place.pageID, context: context))) }
        for command in SessionSetup.commands(for: kind, rules: rules, observes: settings.writesActivity) {
            actions.append(.send(command.method, command.params, in: session))
        }
    }

    private func place(_ kind: TargetSession.Kind, type: String, info: JSON, parent: String?) -> Place {
        var place = Place(contextID: info["browserContextId"]?.stringValue)
        switch kind {
        case .page: place.pageID = info["targetId"]?.stringValue
        case .frame: place.pageID = targets.place(of: parent).pageID
        case .worker:
            place.pageID = targets.place(of: parent).pageID
            place.workerType = type
            place.workerURL = info["url"]?.stringValue
        }
        return place
    }

    /// CDP `Target.detachedFromTarget`: the target has ended, and with it the sessions below.
    mutating func detachedFromTarget(_ incoming: Incoming, into actions: inout [Action]) {
        guard let id = incoming.string("sessionId") else { return }
        end(session: id, at: incoming.now, into: &actions)
    }

    private mutating func end(session id: String, at now: Timestamp, into actions: inout [Action]) {
        for child in targets.children(of: id) { end(session: child, at: now, into: &actions) }
        guard let session = targets.remove(session: id) else { return }
        let page = session.kind == .page ? session.targetID : nil
        endRequests(at: now, into: &actions) { request in
            request.session == id || request.id == session.targetID || (page != nil && request.place.pageID == page)
        }
        endDialogs(at: now, into: &actions) { $0.session == id }
        guard let page else { return }
        endNavigations(at: now, into: &actions) { $0.place.pageID == page }
        navigations.forget(page: page)
        console.forget(page: page)
        targets.remove(page: page)
        actions.append(.step(.closed(page: page)))
    }

    /// CDP `Target.targetCreated` and `Target.targetInfoChanged`: keeps address and title of the pages.
    mutating func targetInfoChanged(_ incoming: Incoming) {
        guard let info = incoming.params["targetInfo"], let target = info["targetId"]?.stringValue,
            targets.page(target) != nil
        else { return }
        targets.update(page: target, info)
    }

    mutating func targetDestroyed(_ incoming: Incoming, into actions: inout [Action]) {
        guard let target = incoming.string("targetId") else { return }
        targets.remove(page: target)
        forgetCrash(of: target)
    }
}

extension TargetBook {
    mutating func update(page id: String, _ info: JSON) {
        let url = info["url"]?.stringValue ?? ""
        update(page: id, url: url.isEmpty ? "about:blank" : url, title: info["title"]?.stringValue ?? "")
    }
}
