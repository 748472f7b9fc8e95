import JSON
import Model

/// One dialog of a run.
struct DialogID: Hashable, Sendable { let number: Int }

/// The dialogs that are open.
struct DialogBook: Sendable {
    struct Open: Sendable {
        let id: DialogID
        let session: String
        let place: Place
        let type: String
        let message: String
        /// What a prompt suggests.
        let defaultText: String
        let openedAt: Timestamp
    }

    var open: [Open] = []
    var count = 0
}

/// Dialogs. Since we enable `Page`, each waits for a client: ours ends those that nobody else has ended in time.
extension TrafficReader {
    mutating func dialogOpening(_ incoming: Incoming, into actions: inout [Action]) {
        guard let session = incoming.session, let type = incoming.string("type") else { return }
        dialogs.count += 1
        let dialog = DialogBook.Open(
            id: DialogID(number: dialogs.count),
            session: session,
            place: targets.place(of: session),
            type: type,
            message: incoming.string("message") ?? "",
            defaultText: incoming.string("defaultPrompt") ?? "",
            openedAt: incoming.now
        )
        dialogs.open.append(dialog)
        var data = dialog.data
        data.put("url", incoming.string("url"))
        data.put("frameId", incoming.string("frameId"))
        if type == "prompt" { data.put("defaultValue", dialog.defaultText) }
        let name = dialog.message.isEmpty ? type : dialog.message
        actions.append(dialog.place.event(.dialog, .started, at: incoming.now, name: name, data))
        actions.append(.watchDialog(dialog.id))
    }

    mutating func dialogClosed(_ incoming: Incoming, into actions: inout [Action]) {
        guard let index = dialogs.open.firstIndex(where: { $0.session == incoming.session }) else { return }
        let dialog = dialogs.open.remove(at: index)
        let accepted = incoming.params["result"]?.boolValue ?? false
        finish(dialog, accepted: accepted, at: incoming.now, into: &actions)
        if dialog.type == "beforeunload", !accepted { stay(on: dialog.place.pageID, at: incoming.now, into: &actions) }
    }

    /// Ends a dialog that is still open: it is dismissed, but a page that asks whether to be left is left.
    func dialogTimedOut(_ id: DialogID, into actions: inout [Action]) {
        guard let dialog = dialogs.open.first(where: { $0.id == id }) else { return }
        let accept = dialog.type == "beforeunload"
        actions.append(.send("Page.handleJavaScriptDialog", ["accept": .bool(accept)], in: dialog.session))
    }

    /// Dialogs go with their page.
    mutating func endDialogs(at now: Timestamp, into actions: inout [Action], where ended: (DialogBook.Open) -> Bool) {
        for dialog in dialogs.open where ended(dialog) { finish(dialog, accepted: false, at: now, into: &actions) }
        dialogs.open.removeAll(where: ended)
    }

    private func finish(_ dialog: DialogBook.Open, accepted: Bool, at now: Timestamp, into actions: inout [Action]) {
        var data = dialog.data
        data.put("accepted", accepted)
        let seconds = max(0, now.seconds(since: dialog.openedAt))
        let name = dialog.message.isEmpty ? dialog.type : dialog.message
        actions.append(dialog.place.event(.dialog, .finished, at: now, name: name, durationSeconds: seconds, data))
    }
}

extension DialogBook.Open {
    fileprivate var data: EventData {
        var data = EventData()
        data.put("dialogType", type)
        data.put("message", message)
        return data
    }
}
