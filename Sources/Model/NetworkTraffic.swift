/// Which requests a browser may make: the contract's BrowserNetworkTrafficConfig.
public struct NetworkTraffic: Sendable, Equatable {
    public enum Saver: String, Sendable, CaseIterable { case none, light, medium, high }
    public enum BlockedResourceType: String, Sendable, CaseIterable {
        case media, texttrack, font, image, ping, prefetch, beacon
    }

    public var saver: Saver
    public var blockAds: Bool
    public var blockTrackers: Bool
    public var blockResourceTypes: Set<BlockedResourceType>
    /// Patterns of addresses that are refused; `*` stands for any text.
    public var urlBlocklist: [String]
    /// When not empty, only addresses that match one of these patterns are let through.
    public var urlAllowlist: [String]

    public init(
        saver: Saver = .none,
        blockAds: Bool = false,
        blockTrackers: Bool = false,
        blockResourceTypes: Set<BlockedResourceType> = [],
        urlBlocklist: [String] = [],
        urlAllowlist: [String] = []
    ) {
        self.saver = saver
        self.blockAds = blockAds
        self.blockTrackers = blockTrackers
        self.blockResourceTypes = blockResourceTypes
        self.urlBlocklist = urlBlocklist
        self.urlAllowlist = urlAllowlist
    }
}
