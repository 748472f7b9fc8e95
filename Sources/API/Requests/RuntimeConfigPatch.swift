public import Model

/// Changes to a runtime's configuration; what is nil stays as it is.
public struct RuntimeConfigPatch: Sendable, Equatable {
    public var profile: Bool?
    public var idleTimeoutSeconds: Int?
    public var viewport: Viewport?
    public var networkTraffic: NetworkTrafficPatch?
    /// `.some(nil)` takes the proxy away.
    public var proxy: ProxyServer??
    public var stealth: RuntimeConfig.Stealth?
    public var autoUpgrade: Bool?
    public var extensionIDs: [String]?
    public var forceOpenShadowRoots: Bool?
    public var webRTCProxyOnly: Bool?
    public var recording: RecordingConfigPatch?

    public init() {}

    public func apply(to config: inout RuntimeConfig) {
        config.profile = profile ?? config.profile
        config.idleTimeoutSeconds = idleTimeoutSeconds ?? config.idleTimeoutSeconds
        config.viewport = viewport ?? config.viewport
        config.stealth = stealth ?? config.stealth
        config.autoUpgrade = autoUpgrade ?? config.autoUpgrade
        config.extensionIDs = extensionIDs ?? config.extensionIDs
        config.forceOpenShadowRoots = forceOpenShadowRoots ?? config.forceOpenShadowRoots
        config.webRTCProxyOnly = webRTCProxyOnly ?? config.webRTCProxyOnly
        if let proxy { config.proxy = proxy }
        recording?.apply(to: &config.recording)
        networkTraffic?.apply(to: &config.networkTraffic)
    }
}
