/// The head of a request to the DevTools port, as it goes on to the server: with the run's path before its own.
struct ForwardedHead {
    /// Longer heads are refused, in bytes.
    static let limit = 16_384

    /// As it came, with the empty line at its end.
    let text: String

    /// Whether it came for this machine by name. A page of another site whose name leads here says its own name.
    var isLocal: Bool {
        guard let host = field("host") else { return false }
        return ["localhost", "127.0.0.1", "[::1]"].contains { host == $0 || host.hasPrefix("\($0):") }
    }

    /// - Parameter prefix: Such as `/cdp/RUN/TOKEN`. Paths that have it already are left alone: clients take over addresses that the server has told.
    /// - Returns: Nil when the first line is no request.
    func addressed(to authority: String, prefix: String) -> String? {
        var fields = lines
        let request = fields.removeFirst().split(separator: " ")
        guard request.count == 3, request[1].hasPrefix("/") else { return nil }
        let path = request[1] == prefix || request[1].hasPrefix(prefix + "/") ? String(request[1]) : prefix + request[1]
        let isUpgrade = field("upgrade") != nil
        let kept = fields.filter { line in
            let name = line.prefix { $0 != ":" }.lowercased()
            // One request a connection, so that each gets its path.
            return !line.isEmpty && name != "host" && (isUpgrade || name != "connection")
        }
        let added = ["Host: \(authority)"] + (isUpgrade ? [] : ["Connection: close"])
        return (["\(request[0]) \(path) \(request[2])"] + added + kept).joined(separator: "\r\n") + "\r\n\r\n"
    }

    private func field(_ name: String) -> String? {
        for line in lines where line.lowercased().hasPrefix("\(name):") {
            return line.dropFirst(name.count + 1).trimmingPrefix(while: \.isWhitespace).lowercased()
        }
        return nil
    }

    /// Lines end in CR LF, which Swift counts as one character.
    private var lines: [String] { text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init) }
}
