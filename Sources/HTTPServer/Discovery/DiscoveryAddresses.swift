import JSON

/// Puts our addresses in the place of the browser's own ones, which lead nowhere from outside.
struct DiscoveryAddresses {
    /// The run's CDP address.
    let base: String

    /// Rewrites an object, or each object of a list.
    func rewrite(_ value: JSON) -> JSON {
        switch value {
        case .array(let elements): return .array(elements.map(rewrite))
        case .object(var object):
            object["devtoolsFrontendUrl"] = nil
            if let url = object["webSocketDebuggerUrl"]?.stringValue {
                object["webSocketDebuggerUrl"] = .string(base + path(of: url))
            }
            return .object(object)
        default: return value
        }
    }

    /// `/devtools/page/...` of `ws://127.0.0.1:9222/devtools/page/...`.
    private func path(of url: String) -> String {
        let parts = url.split(separator: "/", maxSplits: 2)
        return parts.count == 3 ? "/" + parts[2] : ""
    }
}
