/// A pattern of ``URLRule`` (`scheme://host:port/path`, each part with `*` for any text), matched by ourselves where the browser does not.
struct URLPattern: Sendable, Equatable {
    private let scheme: [UInt8]
    private let host: [UInt8]
    private let port: [UInt8]
    private let path: [UInt8]

    init(_ pattern: String) {
        let parts = Parts(pattern.replacing("\\", with: ""))
        (scheme, host, port, path) = (parts.scheme, parts.host, parts.port, parts.path)
    }

    func matches(_ url: String) -> Bool {
        let parts = Parts(url)
        return Self.glob(scheme, parts.scheme) && Self.glob(host, parts.host) && Self.glob(port, parts.port)
            && Self.glob(path, parts.path)
    }

    /// An address in its parts, without name, password and fragment.
    private struct Parts {
        var scheme: [UInt8] = []
        var host: [UInt8] = []
        var port: [UInt8] = []
        var path: [UInt8] = []

        init(_ url: String) {
            guard let mark = url.utf8.firstRange(of: "://".utf8) else { return }
            scheme = Array(url.utf8[..<mark.lowerBound])
            let rest = url.utf8[mark.upperBound...].prefix { $0 != UInt8(ascii: "#") }
            var authority = Array(rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") })
            path = Array(rest.dropFirst(authority.count))
            if let at = authority.lastIndex(of: UInt8(ascii: "@")) { authority.removeFirst(at + 1) }
            host = authority
            guard authority.last != UInt8(ascii: "]"), let colon = authority.lastIndex(of: UInt8(ascii: ":")) else {
                return
            }
            host = Array(authority[..<colon])
            port = Array(authority[(colon + 1)...])
        }
    }

    /// Whether a text matches a pattern in which `*` stands for any text. Linear but for the last star that must be moved.
    private static func glob(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
        var (inPattern, inText) = (0, 0)
        var star: (pattern: Int, text: Int)?
        while inText < text.count {
            if inPattern < pattern.count, pattern[inPattern] == UInt8(ascii: "*") {
                star = (inPattern, inText)
                inPattern += 1
            } else if inPattern < pattern.count, pattern[inPattern] == text[inText] {
                (inPattern, inText) = (inPattern + 1, inText + 1)
            } else if let last = star {
                star = (last.pattern, last.text + 1)
                (inPattern, inText) = (last.pattern + 1, last.text + 1)
            } else {
                return false
            }
        }
        return pattern[inPattern...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
