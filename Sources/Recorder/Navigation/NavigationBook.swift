import Model

/// The navigations that are under way, and what each frame shows.
struct NavigationBook: Sendable {
    struct Pending: Sendable {
        let loaderID: String
        let frameID: String
        let url: String
        let place: Place
        let startedAt: Timestamp
        /// Why its document could not be loaded; the error page has not been committed yet.
        var errorText: String?
    }

    struct Frame: Sendable {
        var pageID: String?
        var url: String
        var loaderID: String
    }

    /// In the order of their beginning.
    private(set) var pending: [Pending] = []
    private(set) var frames: [String: Frame] = [:]

    mutating func begin(_ navigation: Pending) { pending.append(navigation) }

    func isPending(_ loader: String) -> Bool { pending.contains { $0.loaderID == loader } }

    mutating func end(_ loader: String) -> Pending? {
        guard let index = pending.firstIndex(where: { $0.loaderID == loader }) else { return nil }
        return pending.remove(at: index)
    }

    mutating func note(_ error: String, of loader: String) {
        guard let index = pending.firstIndex(where: { $0.loaderID == loader }) else { return }
        pending[index].errorText = error
    }

    mutating func removeAll(where matches: (Pending) -> Bool) -> [Pending] {
        let ended = pending.filter(matches)
        pending.removeAll(where: matches)
        return ended
    }

    mutating func show(_ url: String, loader: String?, in frame: String, page: String?) {
        let loader = loader ?? frames[frame]?.loaderID ?? ""
        frames[frame] = Frame(pageID: page, url: url, loaderID: loader)
    }

    mutating func forget(frame: String) { frames[frame] = nil }
    mutating func forget(page: String) { frames = frames.filter { $0.value.pageID != page } }
}
