import Activity
import JSON
import Model
import Recorder

/// What viewers are told.
extension LiveRun {
    /// States are gathered for so long, so that a burst of changes costs one message.
    private static let pause = Duration.milliseconds(50)

    /// Tells all viewers of a change, soon.
    func announce() {
        guard announcing == nil, status == .active, !viewers.isEmpty else { return }
        announcing = Task {
            do { try await Task.sleep(for: Self.pause) } catch { return }
            announcing = nil
            for viewer in viewers.values { viewer.outbox.put(state: state(for: viewer)) }
        }
    }

    static func hello(_ lease: Lease, viewer: Int, of run: Run) -> JSON {
        [
            "type": "hello", "version": 1,
            "runId": .string(run.id.description),
            "runtimeId": .string(run.runtimeID.description),
            "leaseId": .string(lease.id.description),
            "viewerId": .integer(Int64(viewer)),
            "control": .string(lease.terms.control.rawValue),
            "agentInput": .string(lease.terms.agentInput.rawValue),
            "name": .text(lease.terms.name),
            "expiresAt": .time(lease.expiresAt),
            "now": .time(.now),
        ]
    }

    func state(for viewer: Viewer) -> JSON {
        let front = pages.first(where: \.active)?.id
        return [
            "type": "state",
            "run": [
                "id": .string(run.id.description), "status": .string(status.rawValue),
                "startedAt": .time(run.startedAt),
            ],
            "pages": .array(pages.map(tab)),
            "frontPageId": .text(front),
            "watchedPageId": .text(viewer.watchedPage ?? front),
            "follows": .bool(viewer.watchedPage == nil),
            "control": controlState(for: viewer),
            "viewers": .integer(Int64(viewers.count)),
            "dialogs": .array(dialogs.map(\.json)),
            "select": select?.json ?? .null,
            "fileChooser": chooser?.json ?? .null,
            "humanAction": (ask?.action).map(Self.request) ?? .null,
        ]
    }

    private func tab(_ page: PageTarget) -> JSON {
        [
            "id": .string(page.id), "url": .text(page.url, bytes: 8192), "title": .text(page.title, bytes: 1000),
            "favicon": .text(pageIcons[page.id].map { "icons/\($0.number)" }),
            "front": .bool(page.active), "crashed": .bool(page.crashed),
            "problem": .text(page.loadError.map(LoadProblem.words)),
        ]
    }

    private func controlState(for viewer: Viewer) -> JSON {
        let holder = control.holder
        return [
            "holder": holder == nil ? "agent" : "person",
            "epoch": .integer(Int64(control.epoch)),
            "name": .text(holder?.name),
            "mine": .bool(control.isHeld(by: viewer.lease.id)),
            "agentInput": .text(holder?.agentInput.rawValue),
            "since": control.since.map(JSON.time) ?? .null,
        ]
    }

    private static func request(_ action: HumanAction) -> JSON {
        [
            "id": .string(action.id.description), "message": .string(action.message),
            "status": .string(action.status.rawValue), "createdAt": .time(action.createdAt),
            "expiresAt": action.expiresAt.map(JSON.time) ?? .null,
        ]
    }

    static func notice(_ code: String, _ message: String) -> JSON {
        ["type": "notice", "code": .string(code), "message": .string(message)]
    }

    static func refused(_ type: String, _ refusal: Refusal) -> JSON {
        [
            "type": "refused", "of": .string(type), "code": .string(refusal.code.rawValue),
            "message": .string(refusal.message),
        ]
    }

    static func ended(_ status: Run.Status) -> JSON {
        status == .failed
            ? ended("failed", "The browser is gone before anyone asked it to go.")
            : ended("stopped", "The browser was stopped. Nothing more will happen here.")
    }

    static func ended(_ reason: String, _ message: String) -> JSON {
        ["type": "ended", "reason": .string(reason), "message": .string(message)]
    }
}

extension JSON {
    static func time(_ time: Timestamp) -> JSON { .string(time.description) }
    static func text(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

    /// The start of a text whose length a page chooses: no page may fill a viewer's line.
    static func text(_ text: String, bytes limit: Int) -> JSON { .string(TextLimits.cut(text, bytes: limit).text) }
}
