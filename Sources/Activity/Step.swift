import JSON
import Model

/// A step that is not settled yet.
struct Step: Sendable {
    enum Kind: Sendable, Equatable {
        case click, type, select, check, files, key, submit, scroll, hover, navigation, sameDocument, dialog, download
        case tabOpened, tabClosed, failures, consoleErrors, pageError, capture, told, other
    }

    /// Who did it.
    enum Actor: String, Sendable { case agent, person, martlet, page }

    let token: Int
    var kind: Kind
    let page: String?
    /// What it is about: a frame's element, a dialog, a download.
    var key = ""
    var element: PageElement?
    var draft: ActivityDraft
    var actor = Actor.page
    /// The agent's client or the person's viewer, counted from 1 in the run.
    var doer: Int?
    /// The step that caused it.
    var parent: Int?
    var opened: Timestamp
    var last: Timestamp
    /// When it settles, unless something more comes.
    var settles: Timestamp
    /// The number of the last event before it.
    let eventsBefore: Int64
    /// The numbers of its own events, where it was made of events.
    var events: ClosedRange<Int64>?
    var count = 1
    /// What is typed.
    var typed: TypedText?
    /// Its own notes.
    var notes = JSONObject()

    /// Whether an agent or a person did it.
    var isSomebodys: Bool { actor == .agent || actor == .person }

    /// Whether its end is told though its page is gone: a file that is on its way.
    var outlivesItsPage: Bool { kind == .download || kind == .capture }

    mutating func isDone(by touch: Touch) {
        actor = touch.actor
        doer = touch.number
    }

    mutating func covers(_ number: Int64) {
        events = min(events?.lowerBound ?? number, number)...max(events?.upperBound ?? number, number)
    }
}

/// What an agent or a person did last on a page.
struct Touch: Sendable {
    let actor: Step.Actor
    /// The client or viewer, counted from 1 in the run.
    let number: Int
    let at: Timestamp

    /// Whether what was asked for may be what happens now.
    func isFresh(at now: Timestamp) -> Bool { now.milliseconds - at.milliseconds < 3000 }
}
