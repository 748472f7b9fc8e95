/// The targets that are being recorded, by session, and the pages in their order.
struct TargetBook: Sendable {
    private(set) var sessions: [String: TargetSession] = [:]
    /// Live pages in the order of their coming.
    private(set) var pages: [PageTarget] = []
    /// Page ids, the front one last.
    private var front: [String] = []
    /// Which session records a target; a target that is offered twice is recorded once.
    private var recording: [String: String] = [:]
    private(set) var contexts: Set<String> = []
    /// The browser context of the page that the browser opened by itself.
    private(set) var defaultContext: String?

    func place(of session: String?) -> Place { session.flatMap { sessions[$0]?.place } ?? Place() }
    func session(_ id: String?) -> TargetSession? { id.flatMap { sessions[$0] } }
    /// The session that records a target; nil when none does.
    func session(recording target: String) -> String? { recording[target] }
    func isRecorded(_ target: String) -> Bool { recording[target] != nil }
    func page(_ id: String) -> PageTarget? { pages.first { $0.id == id } }

    mutating func add(_ session: TargetSession, id: String) {
        sessions[id] = session
        recording[session.targetID] = id
    }

    /// Whether the browser context has not been seen before.
    mutating func isNew(context: String) -> Bool {
        defaultContext = defaultContext ?? context
        return contexts.insert(context).inserted
    }

    func context(ofPage page: String?) -> String? {
        page.flatMap { session(recording: $0) }.flatMap { sessions[$0]?.place.contextID }
    }

    /// Adds a page in front of the others, or brings its address and title up to date.
    mutating func update(page id: String, url: String, title: String) {
        if let index = pages.firstIndex(where: { $0.id == id }) {
            pages[index].url = url
            pages[index].title = title
        } else {
            pages.append(PageTarget(id: id, url: url, title: title))
            bringToFront(id)
        }
    }

    mutating func entitle(page id: String, _ title: String) {
        guard let index = pages.firstIndex(where: { $0.id == id }) else { return }
        pages[index].title = title
    }

    mutating func note(page id: String, crashed: Bool) {
        guard let index = pages.firstIndex(where: { $0.id == id }) else { return }
        pages[index].crashed = crashed
    }

    mutating func note(page id: String, loadError: String?) {
        guard let index = pages.firstIndex(where: { $0.id == id }) else { return }
        pages[index].loadError = loadError
    }

    mutating func bringToFront(_ id: String) {
        guard pages.contains(where: { $0.id == id }) else { return }
        front.removeAll { $0 == id }
        front.append(id)
        markActive()
    }

    mutating func remove(page id: String) {
        pages.removeAll { $0.id == id }
        front.removeAll { $0 == id }
        markActive()
    }

    /// Removes a session and those that were attached in it. Nil for an unknown one.
    mutating func remove(session id: String) -> TargetSession? {
        guard let session = sessions.removeValue(forKey: id) else { return nil }
        if recording[session.targetID] == id { recording[session.targetID] = nil }
        return session
    }

    func children(of id: String) -> [String] { sessions.filter { $0.value.parent == id }.map(\.key) }

    private mutating func markActive() {
        for index in pages.indices { pages[index].active = pages[index].id == front.last }
    }
}
