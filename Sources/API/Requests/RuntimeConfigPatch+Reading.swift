import Model

extension RuntimeConfigPatch {
    /// Reads the member `config` of a create or update body, and the idle timeout, which may stand beside it or in it
    /// (beside it wins).
    ///
    /// Older names are understood: `idleTimeoutMinutes`, and `stealth` medium, high, ultra as best.
    public init(_ body: ObjectReader) throws(APIError) {
        self.init()
        if let config = try body.reader("config") { try read(config) }
        if let seconds = try Self.idleTimeout(body) { idleTimeoutSeconds = seconds }
    }

    private mutating func read(_ config: ObjectReader) throws(APIError) {
        profile = try config.bool("profile")
        idleTimeoutSeconds = try Self.idleTimeout(config)
        viewport = try Self.viewport(config)
        networkTraffic = try config.reader("networkTraffic").map { reader throws(APIError) in
            try NetworkTrafficPatch(reader)
        }
        proxy = try ProxyReader.proxy(config)
        stealth = try config.choice("stealth", aliases: ["medium": .best, "high": .best, "ultra": .best])
        autoUpgrade = try config.bool("autoUpgrade")
        extensionIDs = try config.texts("extensionIds", count: 100, length: 1...255)
        forceOpenShadowRoots = try config.bool("forceOpenShadowRoots")
        webRTCProxyOnly = try config.bool("webRtcProxyOnly")
        recording = try config.reader("recording").map { reader throws(APIError) in
            try RecordingConfigPatch(reader)
        }
    }

    private static func idleTimeout(_ reader: ObjectReader) throws(APIError) -> Int? {
        let range = RuntimeConfig.idleTimeoutSecondsRange
        let minutes = try reader.integer("idleTimeoutMinutes", in: 1...range.upperBound / 60)
        return try reader.integer("idleTimeoutSeconds", in: range) ?? minutes.map { $0 * 60 }
    }

    /// The viewport of `fingerprint`, whose other members are ignored but for `browser`, which can only be chrome.
    private static func viewport(_ config: ObjectReader) throws(APIError) -> Viewport? {
        guard let fingerprint = try config.reader("fingerprint") else { return nil }
        _ = try fingerprint.choice("browser") as Browser?
        guard let viewport = try fingerprint.reader("viewport") else { return nil }
        guard let width = try viewport.integer("width", in: Viewport.widthRange) else {
            throw viewport.missing("width")
        }
        guard let height = try viewport.integer("height", in: Viewport.heightRange) else {
            throw viewport.missing("height")
        }
        return Viewport(width: width, height: height)
    }

    private enum Browser: String, CaseIterable { case chrome }
}
