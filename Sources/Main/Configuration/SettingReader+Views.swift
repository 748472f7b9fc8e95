extension SettingReader {
    /// Sources of the directive `frame-ancestors`: `*`, `'none'`, `'self'`, or origins, also with a wildcard (`https://*.example`).
    func frameAncestors() throws(SettingError) -> [String] {
        let name = "frameAncestors"
        let sources = try list(name)
        let areSources = sources.allSatisfy { source in
            !source.isEmpty && source.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ";") }
        }
        guard areSources else {
            throw SettingError(setting: name, allowed: "origins such as https://app.example, `'self'`, `'none'` or `*`")
        }
        return sources.isEmpty ? ["*"] : sources
    }
}
