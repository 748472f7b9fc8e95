public import Model

/// Changes to what a browser may request; what is nil stays as it is.
public struct NetworkTrafficPatch: Sendable, Equatable {
    public let saver: NetworkTraffic.Saver?
    public let blockAds: Bool?
    public let blockTrackers: Bool?
    public let blockResourceTypes: Set<NetworkTraffic.BlockedResourceType>?
    public let urlBlocklist: [String]?
    public let urlAllowlist: [String]?

    /// A list of address patterns has at most that many.
    public static let maximumPatterns = 1000
    /// A pattern has that many characters.
    public static let patternLength = 1...2048

    public init(_ reader: ObjectReader) throws(APIError) {
        saver = try reader.choice("saver")
        blockAds = try reader.bool("blockAds")
        blockTrackers = try reader.bool("blockTrackers")
        blockResourceTypes = try reader.choices("blockResourceTypes", count: 100).map(Set.init)
        urlBlocklist = try reader.texts("urlBlocklist", count: Self.maximumPatterns, length: Self.patternLength)
        urlAllowlist = try reader.texts("urlAllowlist", count: Self.maximumPatterns, length: Self.patternLength)
    }

    public func apply(to traffic: inout NetworkTraffic) {
        traffic.saver = saver ?? traffic.saver
        traffic.blockAds = blockAds ?? traffic.blockAds
        traffic.blockTrackers = blockTrackers ?? traffic.blockTrackers
        traffic.blockResourceTypes = blockResourceTypes ?? traffic.blockResourceTypes
        traffic.urlBlocklist = urlBlocklist ?? traffic.urlBlocklist
        traffic.urlAllowlist = urlAllowlist ?? traffic.urlAllowlist
    }
}
