public import Model

/// A settled step with its id.
public struct SettledStep: Sendable, Equatable {
    public let id: ActivityID
    public let draft: ActivityDraft
}

/// Folds what happened in a run into the steps that a person would tell. No I/O, no clock of its own.
///
/// It is fed with the run's events in their order, the commands of agents, the reports of ``PageObserver`` and the passing of time. A step stays open
/// while more of it may come; once settled it is given out and never changes. Steps come out in the order in which they began: one that
/// takes long (a slow page) holds those after it for two seconds at most.
public struct ActivityFolder: Sendable {
    /// How long an open step holds settled ones after it, in milliseconds.
    static let overtakeAfter: Int64 = 2000
    /// At so many open steps all settle.
    static let openLimit = 2000
    /// So many clients and viewers are known at once; at more all are forgotten, and count on.
    static let doerLimit = 4096

    /// By more than this, in milliseconds, the time does not go back unless the system's clock is set.
    static let setBack: Int64 = 1000
    /// The ids of so many steps are known, the last ones.
    static let idLimit = 4096

    let run: RunID
    var steps: [Step] = []
    /// The ids of steps given out lately, by token.
    var ids: [Int: ActivityID] = [:]
    var tokenCount = 0
    /// The number of the last step that was given out.
    var number: Int64 = 0
    var milliseconds: Int64 = 0
    var lastTick = Timestamp(milliseconds: 0)
    /// The number of the last event that was read.
    var eventNumber: Int64 = 0
    var settled: [SettledStep] = []
    /// The clients and the viewers of the run, each counted from 1.
    var doers: [Doer: Int] = [:]
    var doerCounts: [Step.Actor: Int] = [:]
    /// What agents and persons did last, by page.
    var inputs: [String: Touch] = [:]
    var moves: [String: Touch] = [:]
    var typists: [String: [Turn]] = [:]
    /// The pages on which a mouse button or a finger is down.
    var held: Set<String> = []
    var scripts: [String: Touch] = [:]
    var scrollScripts: [String: Touch] = [:]
    var writeScripts: [String: Touch] = [:]
    var asked: [String: (touch: Touch, action: AgentAction)] = [:]
    /// The entries of their histories at which pages are that went back or forward.
    var places: [String: Int64] = [:]
    /// Who has asked for tabs that have not come yet, and who for the end of pages ("" where it is not known which) that are open still.
    var tabOpenings: [Touch] = []
    var tabClosings: [String: Touch] = [:]
    /// The browser contexts of the pages that are open, and who has thrown some away, whose tabs close now.
    var contexts: [String: String] = [:]
    var contextClosings: [String: Touch] = [:]
    /// The answers to dialogs whose end the browser has not told yet, by page.
    var answers: [String: (touch: Touch, text: String?)] = [:]
    /// Presses and texts of agents that no page has reported yet.
    var unseen: [Unseen] = []
    /// The last step of a page that may cause others.
    var causes: [String: (token: Int, at: Timestamp)] = [:]
    /// The kept files that lie in the workspace, by path, and what an agent is about to put into a field.
    var staged: [String: String] = [:]
    var uploading: (page: String, paths: [String])?
    /// What a person has chosen at a live view, and the page has not told yet.
    var choosing: (page: String, touch: Touch)?
    /// The pages that are open, whether there has been one, and the one in front where it is known.
    var pages: [String] = []
    var hasBegun = false
    var front: String?
    /// What scripts of the pages have asked for last.
    var requests: [String: ScriptRequest] = [:]
    /// The pages in chromedriver's tabs.
    var tabs: [String: String] = [:]
    var viewports: [String: AgentAction] = [:]
    /// When a character was typed last that went into no field.
    var plainKeys: [String: Timestamp] = [:]
    var titles: [String: String] = [:]
    /// Clicks on one element with no second of rest between them.
    var repeated: (key: String, last: Timestamp, count: Int) = ("", Timestamp(milliseconds: 0), 0)

    /// Inputs that pages reported and whose commands are not known yet, and when the last one was.
    var credits: [InputKey: (at: Timestamp, count: Int)] = [:]
    /// When the inputs that were told without a name were sent, the newest of a page last.
    var told: [InputKey: [Timestamp]] = [:]
    /// When pages reported inputs last.
    var reported: [InputKey: Timestamp] = [:]

    struct Unseen: Sendable {
        let key: InputKey
        let action: AgentAction
        let touch: Touch
        var count = 1
        /// Set when the page has told of what was done well after it: then it will hardly tell of this.
        var deadline: Timestamp?
    }

    public init(run: RunID) { self.run = run }
}
