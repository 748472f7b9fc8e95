/// How a runtime's browser is started: the contract's BrowserRuntimeConfig.
///
/// What Martlet does not act on (`stealth`, `autoUpgrade`, `extensionIDs`, ...) is stored and reported as given.
public struct RuntimeConfig: Sendable, Equatable {
    /// Keep cookies and storage from one start to the next.
    public var profile: Bool
    /// Seconds without an agent's activity before the run is stopped; 1 to 86,400.
    public var idleTimeoutSeconds: Int
    public var viewport: Viewport
    public var networkTraffic: NetworkTraffic
    public var proxy: ProxyServer?
    public var stealth: Stealth
    public var autoUpgrade: Bool?
    public var extensionIDs: [String]?
    public var forceOpenShadowRoots: Bool?
    public var webRTCProxyOnly: Bool?
    public var recording: RecordingConfig

    public static let defaultIdleTimeoutSeconds = 600
    public static let idleTimeoutSecondsRange = 1...86_400

    public enum Stealth: String, Sendable, CaseIterable { case normal, best, experimental }

    public init(
        profile: Bool = false,
        idleTimeoutSeconds: Int = defaultIdleTimeoutSeconds,
        viewport: Viewport = Viewport(),
        networkTraffic: NetworkTraffic = NetworkTraffic(),
        proxy: ProxyServer? = nil,
        stealth: Stealth = .normal,
        autoUpgrade: Bool? = nil,
        extensionIDs: [String]? = nil,
        forceOpenShadowRoots: Bool? = nil,
        webRTCProxyOnly: Bool? = nil,
        recording: RecordingConfig = RecordingConfig()
    ) {
        self.profile = profile
        self.idleTimeoutSeconds = idleTimeoutSeconds
        self.viewport = viewport
        self.networkTraffic = networkTraffic
        self.proxy = proxy
        self.stealth = stealth
        self.autoUpgrade = autoUpgrade
        self.extensionIDs = extensionIDs
        self.forceOpenShadowRoots = forceOpenShadowRoots
        self.webRTCProxyOnly = webRTCProxyOnly
        self.recording = recording
    }
}

/// The size of a page in CSS pixels.
public struct Viewport: Sendable, Equatable {
    public let width: Int
    public let height: Int

    public static let widthRange = 200...7680
    public static let heightRange = 200...4320

    public init(width: Int = 1280, height: Int = 720) {
        self.width = width
        self.height = height
    }
}

/// The proxy that a browser sends its requests through.
public struct ProxyServer: Sendable, Equatable {
    public enum Scheme: String, Sendable, CaseIterable { case http, socks5 }
    public enum DNSResolution: String, Sendable, CaseIterable { case local, proxy }

    public let scheme: Scheme
    public let host: String
    public let port: Int
    public let username: String?
    /// A secret: never in answers, logs or events.
    public let password: String?
    public let dnsResolution: DNSResolution?

    public init(
        scheme: Scheme,
        host: String,
        port: Int,
        username: String? = nil,
        password: String? = nil,
        dnsResolution: DNSResolution? = nil
    ) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.username = username
        self.password = password
        self.dnsResolution = dnsResolution
    }
}
