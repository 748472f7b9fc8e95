import JSON
import Model

/// Which requests are refused, and how the browser is told: the contract's `networkTraffic`.
struct TrafficRules: Sendable {
    /// The kinds of requests (CDP `Network.ResourceType`) that are refused.
    let refusedTypes: Set<String>
    let proxy: ProxyServer?
    /// Sent to each session before it runs.
    let commands: [SessionSetup.Command]

    init(_ traffic: NetworkTraffic = NetworkTraffic(), proxy: ProxyServer? = nil) {
        let types = Self.saverTypes(traffic.saver).union(traffic.blockResourceTypes.flatMap(Self.types))
        refusedTypes = types
        self.proxy = proxy?.username == nil ? nil : proxy
        commands = Self.urlCommands(traffic) + Self.fetchCommands(types, proxy: self.proxy)
    }

    /// What each level of the saver leaves out.
    private static func saverTypes(_ saver: NetworkTraffic.Saver) -> Set<String> {
        switch saver {
        case .none: []
        case .light: ["Media", "TextTrack", "Prefetch", "Ping"]
        case .medium: ["Media", "TextTrack", "Prefetch", "Ping", "Font"]
        case .high: ["Media", "TextTrack", "Prefetch", "Ping", "Font", "Image"]
        }
    }

    /// `navigator.sendBeacon` and `<a ping>` are one kind to CDP.
    private static func types(_ type: NetworkTraffic.BlockedResourceType) -> [String] {
        switch type {
        case .media: ["Media"]
        case .texttrack: ["TextTrack"]
        case .font: ["Font"]
        case .image: ["Image"]
        case .ping, .beacon: ["Ping"]
        case .prefetch: ["Prefetch"]
        }
    }

    /// CDP `Network.setBlockedURLs`: the first pattern that matches decides.
    private static func urlCommands(_ traffic: NetworkTraffic) -> [SessionSetup.Command] {
        var patterns = traffic.urlBlocklist.flatMap { URLRule.patterns($0) }.map { blocking($0, true) }
        if traffic.blockAds { patterns += WellKnownHosts.ads.flatMap { URLRule.host($0) }.map { blocking($0, true) } }
        if traffic.blockTrackers {
            patterns += WellKnownHosts.trackers.flatMap { URLRule.host($0) }.map { blocking($0, true) }
        }
        if !traffic.urlAllowlist.isEmpty {
            patterns += traffic.urlAllowlist.flatMap { URLRule.patterns($0) }.map { blocking($0, false) }
            patterns += ["*://*:*/*"].map { blocking($0, true) }
        }
        guard !patterns.isEmpty else { return [] }
        return [.init(method: "Network.setBlockedURLs", params: ["urlPatterns": .array(patterns)])]
    }

    private static func blocking(_ pattern: String, _ block: Bool) -> JSON {
        ["urlPattern": .string(pattern), "block": .bool(block)]
    }

    /// CDP `Fetch.enable` on our own session: an agent's routes go on beside it. Only the kinds to refuse are asked about; with a proxy
    /// that wants a password, all are, since Chromium asks for it only for requests that are.
    private static func fetchCommands(_ types: Set<String>, proxy: ProxyServer?) -> [SessionSetup.Command] {
        var params: JSONObject = [:]
        if proxy != nil {
            params = ["patterns": [["urlPattern": "*"]], "handleAuthRequests": true]
        } else if !types.isEmpty {
            params = ["patterns": .array(types.sorted().map { ["urlPattern": "*", "resourceType": .string($0)] })]
        }
        return params.isEmpty ? [] : [.init(method: "Fetch.enable", params: params)]
    }
}

extension Redaction {
    /// The same, with the password of a proxy as one more exact secret.
    func hiding(_ proxy: ProxyServer?) -> Redaction {
        guard let password = proxy?.password else { return self }
        let known = secrets.map { String(decoding: $0, as: UTF8.self) }
        return Redaction(headers: headers, parameters: parameters, secrets: known + [password])
    }
}
