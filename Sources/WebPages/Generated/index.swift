// Made by scripts/generate from Sources/WebPages/Assets. Edit those.
// swift-format-ignore-file

extension WebPages {
    /// Tells one content of all assets from another: the first 16 digits of a SHA-256.
    public static let revision = "ed0280b99d735cb9"

    static let folders: [String: [String: String]] = [
        "dashboard": dashboard,
        "docs": docs,
        "live": live,
        "notice": notice,
        "player": player,
        "shared": shared,
    ]
}
