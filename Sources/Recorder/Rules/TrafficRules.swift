import JSON
import Model

/// Which requests are refused, and how the browser is told: the contract's `networkTraffic`.
struct TrafficRules: Sendable {
    /// The kinds of requests (CDP `Network.ResourceType`) that are refused.
    let refusedTypes: Set<String>
    let proxy: ProxyServer?
    /// Sent to each session before it runs.
    let commands: [SessionSetup.Command]

    /// The addresses that are refused or let through, in order: the first pattern that matches decides. The browser does not hold
    /// documents against them, so we do.
    private let addresses: [(pattern: URLPattern, isRefused: Bool)]

    init(_ traffic: NetworkTraffic = NetworkTraffic(), proxy: ProxyServer? = nil) {
        refusedTypes = Self.saverTypes(traffic.saver).union(traffic.blockResourceTypes.flatMap(Self.types))
        self.proxy = proxy?.username == nil ? nil : proxy
        let patterns = Self.addresses(traffic)
        addresses = patterns.map { (URLPattern($0.pattern), $0.isRefused) }
        let asked = Set(refusedTypes.map(Self.fetchType)).union(patterns.isEmpty ? [] : ["Document"])
        commands = Self.urlCommands(patterns) + Self.fetchCommands(asked, proxy: self.proxy)
    }

    /// Whether a request that the browser asks about is refused.
    func refuses(_ type: String, _ url: String) -> Bool {
        if refusedTypes.contains(type) { return true }
        return type == "Document" && refusesAddress(url)
    }

    /// Whether a picture that we fetch ourselves, past the browser's own rules, may not be.
    func refusesImage(_ url: String) -> Bool { refusedTypes.contains("Image") || refusesAddress(url) }

    private func refusesAddress(_ url: String) -> Bool {
        addresses.first { $0.pattern.matches(url) }?.isRefused ?? false
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

    /// The kind under which `Fetch` asks: it takes text tracks for media and prefetches for fetches, and refuses their own names.
    private static func fetchType(_ type: String) -> String {
        switch type {
        case "TextTrack": "Media"
        case "Prefetch": "Fetch"
        default: type
        }
    }

    private static func addresses(_ traffic: NetworkTraffic) -> [(pattern: String, isRefused: Bool)] {
        var refused = traffic.urlBlocklist.flatMap { URLRule.patterns($0) }
        if traffic.blockAds { refused += WellKnownHosts.ads.flatMap { URLRule.host($0) } }
        if traffic.blockTrackers { refused += WellKnownHosts.trackers.flatMap { URLRule.host($0) } }
        let allowed = traffic.urlAllowlist.flatMap { URLRule.patterns($0) }
        let rest = allowed.isEmpty ? [] : ["*://*:*/*"]
        return refused.map { ($0, true) } + allowed.map { ($0, false) } + rest.map { ($0, true) }
    }

    /// CDP `Network.setBlockedURLs`: the first pattern that matches decides.
    private static func urlCommands(_ patterns: [(pattern: String, isRefused: Bool)]) -> [SessionSetup.Command] {
        guard !patterns.isEmpty else { return [] }
        let list = patterns.map { pattern, isRefused -> JSON in
            ["urlPattern": .string(pattern), "block": .bool(isRefused)]
        }
        return [.init(method: "Network.setBlockedURLs", params: ["urlPatterns": .array(list)])]
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
