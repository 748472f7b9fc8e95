import Activity
import JSON
import Logging
import Model
import Recorder
import Store

/// Who drives.
extension LiveRun {
    enum ReleaseReason: String {
        case released, done, left, expired, revoked

        /// What the activity says. `who` begins it.
        func sentence(of who: String) -> String {
            switch self {
            case .released, .done: "\(who) gave control back to the agent"
            case .left: "\(who) lost control to the agent: the live view was closed or cut off"
            case .expired: "\(who) lost control to the agent: the live view expired"
            case .revoked: "\(who) lost control to the agent: the live view was revoked"
            }
        }
    }

    func take(by viewer: Viewer) async {
        let previous = control.holder
        guard control.take(viewer.person, at: .now) else { return }
        await begin(after: previous, by: viewer)
    }

    /// Admits input of a viewer, which takes control from the agent. False where there is nothing to do and nothing to say.
    func admit(_ input: ViewerInput, epoch: Int?, by viewer: Viewer) async throws(Refusal) -> Bool {
        guard control.isHeld(by: viewer.lease.id) || input.mayTakeControl else { return false }
        switch control.admit(viewer.person, epoch: epoch, at: .now) {
        case .allowed: return true
        case .stale: throw Refusal.stale
        case .held:
            let name = control.holder?.name ?? "Another person"
            throw Refusal(.controlHeld, "\(name) has control. Take it over first.")
        case .taken:
            let epoch = control.epoch
            await begin(after: nil, by: viewer)
            return control.epoch == epoch
        }
    }

    /// To be asked after each wait, before something is done for the person who drove when it began.
    /// - Throws: when control has changed hands since.
    func check(epoch: Int) throws(Refusal) { guard control.epoch == epoch else { throw Refusal.stale } }

    /// A person drives from now on: the agents' input stops first, then the page learns to ask us.
    private func begin(after previous: ControlState.Person?, by viewer: Viewer) async {
        let epoch = control.epoch
        graceTimer?.cancel()
        driving.set(viewer.person.agentInput)
        touch()
        let who = viewer.person.shownName
        note(
            .started,
            viewer.person,
            reason: previous == nil ? "taken" : "taken_over",
            "\(who) took control of the browser"
        )
        if let previous {
            let message = "\(Self.who(viewer.lease)) has taken control."
            tell(previous.lease, Self.notice("control_taken_over", message))
        }
        announce()
        await letGo()
        await recorder.holdDialogs(true)
        if control.epoch == epoch { await arm() }
    }

    /// Gives control back to the agent, if this lease holds it: what the person still held down is let go first.
    func release(_ lease: LeaseID, because reason: ReleaseReason) async {
        guard let person = control.holder, control.release(lease, at: .now) else { return }
        let epoch = control.epoch
        graceTimer?.cancel()
        await letGo()
        (select, chooser) = (nil, nil)
        note(.finished, person, reason: reason.rawValue, reason.sentence(of: person.shownName))
        if reason != .released, reason != .done {
            tell(lease, Self.notice("control_lost", "The agent has control again."))
        }
        announce()
        guard control.epoch == epoch else { return }
        driving.set(nil)
        await recorder.holdDialogs(false)
        if control.holder == nil { await disarm() }
    }

    /// Done: the request is fulfilled, and the agent may go on.
    func done(by viewer: Viewer) async {
        await ask?.end(.done)
        await release(viewer.lease.id, because: .done)
    }

    private func tell(_ lease: LeaseID, _ message: JSON) {
        for viewer in viewers.values where viewer.lease.id == lease { viewer.outbox.put(message) }
    }

    /// Writes a change of hands to the record: an event for machines and a row of the activity for people.
    private func note(_ status: EventStatus, _ person: ControlState.Person, reason: String, _ message: String) {
        let isTaking = status == .started
        let now = Timestamp.now
        var data: JSONObject = [
            "holder": isTaking ? "person" : "agent",
            "epoch": .integer(Int64(control.epoch)),
            "leaseId": .string(person.lease.description),
            "reason": .string(reason),
        ]
        if isTaking { data["agentInput"] = .string(person.agentInput.rawValue) }
        if let name = person.name { data["name"] = .string(name) }
        write(EventDraft(type: .control, status: status, time: now, name: person.shownName, data: data))
        let draft = ActivityDraft(
            type: isTaking ? "system.control_taken" : "system.control_released",
            category: .system,
            time: now,
            message: message,
            data: data
        )
        recorder.tell(draft)
    }

    /// Events of control are written one after the other, and nobody waits for them.
    private func write(_ event: EventDraft) {
        let before = writing
        let (recorder, logger) = (recorder, logger)
        writing = Task {
            await before?.value
            do throws(StoreError) {
                try await recorder.record(event)
            } catch {
                logger.warning("A change of control is not in the events", metadata: ["error": "\(error)"])
            }
        }
    }
}

extension ControlState.Person {
    fileprivate var shownName: String { name ?? "A person" }
}

extension Refusal {
    fileprivate static let stale = Refusal(.controlStale, "Control has changed hands meanwhile.")
}

extension ViewerInput {
    /// Whether this takes control from the agent. Hovering and letting go do not.
    var mayTakeControl: Bool {
        switch self {
        case .mouse(let mouse): mouse.action == .down
        case .touch(let touch): touch.action == .start
        case .key(let key): key.action == .down
        case .copy(let cut): cut
        case .compose(let text, _, _): !text.isEmpty
        default: true
        }
    }
}
