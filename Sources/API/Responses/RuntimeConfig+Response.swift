import JSON
import Model

extension RuntimeConfig {
    /// The contract's BrowserRuntimeConfig.
    var response: JSON {
        var body: JSONObject = [
            "profile": .bool(profile),
            "idleTimeoutSeconds": .count(idleTimeoutSeconds),
            "fingerprint": [
                "browser": "chrome",
                "viewport": ["width": .count(viewport.width), "height": .count(viewport.height)],
            ],
            "networkTraffic": networkTraffic.response,
            "proxy": proxy?.response ?? .null,
            "stealth": .string(stealth.rawValue),
        ]
        body["autoUpgrade"] = autoUpgrade.map(JSON.bool)
        body["extensionIds"] = extensionIDs.map(JSON.texts)
        body["forceOpenShadowRoots"] = forceOpenShadowRoots.map(JSON.bool)
        body["webRtcProxyOnly"] = webRTCProxyOnly.map(JSON.bool)
        if recording != RecordingConfig() { body["recording"] = recording.response }
        return .object(body)
    }
}

extension RecordingConfig {
    /// Ours, not the contract's; what is not set is as the server's settings say.
    var response: JSON {
        var body: JSONObject = [:]
        body["enabled"] = enabled.map(JSON.bool)
        body["framesPerSecond"] = framesPerSecond.map(JSON.count)
        body["quality"] = quality.map(JSON.count)
        return .object(body)
    }
}

extension NetworkTraffic {
    /// The contract's BrowserNetworkTrafficConfig.
    var response: JSON {
        [
            "saver": .string(saver.rawValue),
            "blockAds": .bool(blockAds),
            "blockTrackers": .bool(blockTrackers),
            "blockResourceTypes": .texts(blockResourceTypes.map(\.rawValue).sorted()),
            "urlBlocklist": .texts(urlBlocklist),
            "urlAllowlist": .texts(urlAllowlist),
        ]
    }
}

extension ProxyServer {
    /// The contract's RuntimeProxyConfig of a custom proxy. Whether there is a password is said, never which.
    var response: JSON {
        var body: JSONObject = [
            "type": "custom",
            "protocol": .string(scheme.rawValue),
            "host": .string(host),
            "port": .count(port),
            "username": .text(username),
            "hasPassword": .bool(password != nil),
        ]
        body["dnsResolution"] = dnsResolution.map { .string($0.rawValue) }
        return .object(body)
    }
}
