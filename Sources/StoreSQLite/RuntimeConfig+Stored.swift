import JSON
import Model

/// The configuration as it lies in the database. Unlike the wire's, this JSON holds the proxy's password: it must never
/// leave the database file.
extension RuntimeConfig {
    var storedText: String {
        JSON.object(
            JSONObject([
                ("profile", .bool(profile)),
                ("idleTimeoutSeconds", .integer(Int64(idleTimeoutSeconds))),
                ("viewport", ["width": .integer(Int64(viewport.width)), "height": .integer(Int64(viewport.height))]),
                ("networkTraffic", .object(networkTraffic.stored)),
                ("proxy", proxy.map { .object($0.stored) } ?? .null),
                ("stealth", .string(stealth.rawValue)),
                ("autoUpgrade", autoUpgrade.map(JSON.bool) ?? .null),
                ("extensionIDs", extensionIDs.map(JSON.strings) ?? .null),
                ("forceOpenShadowRoots", forceOpenShadowRoots.map(JSON.bool) ?? .null),
                ("webRTCProxyOnly", webRTCProxyOnly.map(JSON.bool) ?? .null),
                ("recording", .object(recording.stored)),
            ])
        ).text
    }

    /// Nil when a member is missing or of another shape.
    init?(stored: JSONObject) {
        guard let profile = stored["profile"]?.boolValue,
            let idleTimeout = stored["idleTimeoutSeconds"]?.integerValue,
            let width = stored["viewport"]?["width"]?.integerValue,
            let height = stored["viewport"]?["height"]?.integerValue,
            let networkTraffic = stored["networkTraffic"]?.objectValue.flatMap(NetworkTraffic.init(stored:)),
            let stealth = stored["stealth"]?.stringValue.flatMap(Stealth.init(rawValue:))
        else { return nil }
        let proxy = stored["proxy"]?.objectValue
        let proxyServer = proxy.flatMap(ProxyServer.init(stored:))
        guard (proxy == nil) == (proxyServer == nil) else { return nil }
        self.init(
            profile: profile,
            idleTimeoutSeconds: Int(idleTimeout),
            viewport: Viewport(width: Int(width), height: Int(height)),
            networkTraffic: networkTraffic,
            proxy: proxyServer,
            stealth: stealth,
            autoUpgrade: stored["autoUpgrade"]?.boolValue,
            extensionIDs: stored["extensionIDs"]?.stringsValue,
            forceOpenShadowRoots: stored["forceOpenShadowRoots"]?.boolValue,
            webRTCProxyOnly: stored["webRTCProxyOnly"]?.boolValue,
            // Rows of older versions have none.
            recording: RecordingConfig(stored: stored["recording"]?.objectValue ?? [:])
        )
    }
}

extension RecordingConfig {
    fileprivate var stored: JSONObject {
        JSONObject([
            ("enabled", enabled.map(JSON.bool) ?? .null),
            ("framesPerSecond", framesPerSecond.map { .integer(Int64($0)) } ?? .null),
            ("quality", quality.map { .integer(Int64($0)) } ?? .null),
        ])
    }

    fileprivate init(stored: JSONObject) {
        self.init(
            enabled: stored["enabled"]?.boolValue,
            framesPerSecond: stored["framesPerSecond"]?.integerValue.map { Int($0) },
            quality: stored["quality"]?.integerValue.map { Int($0) }
        )
    }
}

extension ProxyServer {
    fileprivate var stored: JSONObject {
        JSONObject([
            ("scheme", .string(scheme.rawValue)),
            ("host", .string(host)),
            ("port", .integer(Int64(port))),
            ("username", username.map(JSON.string) ?? .null),
            ("password", password.map(JSON.string) ?? .null),
            ("dnsResolution", dnsResolution.map { .string($0.rawValue) } ?? .null),
        ])
    }

    fileprivate init?(stored: JSONObject) {
        guard let scheme = stored["scheme"]?.stringValue.flatMap(Scheme.init(rawValue:)),
            let host = stored["host"]?.stringValue,
            let port = stored["port"]?.integerValue
        else { return nil }
        self.init(
            scheme: scheme,
            host: host,
            port: Int(port),
            username: stored["username"]?.stringValue,
            password: stored["password"]?.stringValue,
            dnsResolution: stored["dnsResolution"]?.stringValue.flatMap(DNSResolution.init(rawValue:))
        )
    }
}

extension NetworkTraffic {
    fileprivate var stored: JSONObject {
        JSONObject([
            ("saver", .string(saver.rawValue)),
            ("blockAds", .bool(blockAds)),
            ("blockTrackers", .bool(blockTrackers)),
            ("blockResourceTypes", .strings(blockResourceTypes.map(\.rawValue).sorted())),
            ("urlBlocklist", .strings(urlBlocklist)),
            ("urlAllowlist", .strings(urlAllowlist)),
        ])
    }

    fileprivate init?(stored: JSONObject) {
        guard let saver = stored["saver"]?.stringValue.flatMap(Saver.init(rawValue:)),
            let blockAds = stored["blockAds"]?.boolValue,
            let blockTrackers = stored["blockTrackers"]?.boolValue,
            let types = stored["blockResourceTypes"]?.stringsValue,
            let blocklist = stored["urlBlocklist"]?.stringsValue,
            let allowlist = stored["urlAllowlist"]?.stringsValue
        else { return nil }
        self.init(
            saver: saver,
            blockAds: blockAds,
            blockTrackers: blockTrackers,
            blockResourceTypes: Set(types.compactMap(BlockedResourceType.init(rawValue:))),
            urlBlocklist: blocklist,
            urlAllowlist: allowlist
        )
    }
}

extension JSON {
    fileprivate static func strings(_ values: [String]) -> JSON { .array(values.map(JSON.string)) }
    fileprivate var stringsValue: [String]? { arrayValue.map { $0.compactMap(\.stringValue) } }
}
