public import JSON

extension Martlet {
    /// How a runtime's browser is to be started. What is nil is left as it is, or to the server.
    public struct RuntimeConfig: Sendable {
        /// Keep cookies and storage from one start to the next.
        public var profile: Bool?
        /// Time without an agent's activity after which the run is stopped; whole seconds.
        public var idleTimeout: Duration?
        /// The page's size in CSS pixels.
        public var viewport: (width: Int, height: Int)?
        /// A proxy's address, `http://USER:PASSWORD@HOST:PORT` or `socks5://HOST:PORT`, or the id of a saved one.
        public var proxy: String?
        /// Which requests the browser may make, as the API has it: `blockAds`, `urlBlocklist`, ...
        public var networkTraffic: JSONObject?
        /// Members of the API's config that have no property here. They win.
        public var other: JSONObject

        public init(
            profile: Bool? = nil,
            idleTimeout: Duration? = nil,
            viewport: (width: Int, height: Int)? = nil,
            proxy: String? = nil,
            networkTraffic: JSONObject? = nil,
            other: JSONObject = [:]
        ) {
            self.profile = profile
            self.idleTimeout = idleTimeout
            self.viewport = viewport
            self.proxy = proxy
            self.networkTraffic = networkTraffic
            self.other = other
        }

        var json: JSONObject {
            var json = JSONObject()
            json["profile"] = profile.map(JSON.bool)
            json["idleTimeoutSeconds"] = idleTimeout.map { .integer($0.components.seconds) }
            json["fingerprint"] = viewport.map { size in
                ["viewport": ["width": .integer(Int64(size.width)), "height": .integer(Int64(size.height))]]
            }
            json["proxy"] = proxy.map(JSON.string)
            json["networkTraffic"] = networkTraffic.map(JSON.object)
            for member in other.members { json[member.name] = member.value }
            return json
        }
    }
}
