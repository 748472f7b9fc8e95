/// What the console needs to remember.
struct ConsoleBook: Sendable {
    /// The browser's own lines (`Log.entryAdded`) of late, by page: each session of a page is told the earlier ones once more.
    private var recent: [String: RecentKeys<LogKey>] = [:]

    struct LogKey: Hashable, Sendable {
        let text: String
        let url: String?
        let timestamp: Double?
    }

    /// Whether a line of the browser is new to its page.
    mutating func isNew(_ key: LogKey, page: String) -> Bool {
        recent[page, default: RecentKeys(capacity: 256)].insert(key)
    }

    mutating func forget(page: String) { recent[page] = nil }
}
