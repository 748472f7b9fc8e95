/// Which sessions have the helper while a person drives (``PageScript/helper``).
struct PageHelper: Sendable {
    /// The isolated world of the live view's scripts.
    static let world = "martlet-live"
    /// The binding by which the helper reports.
    static let binding = "martletLive"

    /// The script's identifier, by session; nil while the browser has not told it.
    private(set) var scripts: [String: String?] = [:]

    /// Whether the session has no helper yet.
    mutating func begin(_ session: String) -> Bool {
        guard scripts[session] == nil else { return false }
        scripts[session] = .some(nil)
        return true
    }

    mutating func armed(_ session: String, script: String) { scripts[session] = script }

    mutating func take() -> [String: String?] {
        defer { scripts = [:] }
        return scripts
    }
}
