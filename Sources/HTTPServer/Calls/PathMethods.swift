import HTTPTypes

/// Which methods a path has, for `Allow` (RFC 9110, section 10.2.1).
struct PathMethods: Sendable {
    private var patterns: [(segments: [Substring], methods: [HTTPRequest.Method])] = []

    mutating func add(_ method: HTTPRequest.Method, to path: String) {
        let segments = path.split(separator: "/")
        if let index = patterns.firstIndex(where: { $0.segments == segments }) {
            patterns[index].methods.append(method)
        } else {
            patterns.append((segments, [method]))
        }
    }

    /// The methods of all patterns that match; empty when none does.
    func of(_ path: String) -> [HTTPRequest.Method] {
        let segments = path.split(separator: "/")
        let matches = patterns.filter { pattern in
            pattern.segments.count == segments.count
                && zip(pattern.segments, segments).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }
        return matches.flatMap(\.methods)
    }
}
