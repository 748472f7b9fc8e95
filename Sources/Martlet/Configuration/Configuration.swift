#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Martlet {
    /// Which server to talk to, as whom, and how patiently.
    public struct Configuration: Sendable {
        /// The key that is sent as `Authorization: Bearer`; nil when none was found, which the first call says.
        public var apiKey: String?
        /// `http[s]://HOST[:PORT][/PATH]`, without `/v1` and without a slash at its end.
        public var baseURL: String
        /// Act for a subaccount; only an organization's key may. Martlet's own server has none.
        public var subaccountID: String?
        /// Path of a PEM file with certificates that are trusted beside those of this machine: for a server behind an authority of one's own.
        public var certificateAuthorities: String?
        /// Time that one try of a call may take, to the head of its answer, and the longest silence within the answer. Default 60 seconds.
        public var timeout: Duration = .seconds(60)
        /// How often a call that is safe to repeat is repeated. Default 2, so three tries.
        public var retries = 2
        /// A stream in which nothing, not even a heartbeat, came for so long is taken for dead and opened again. Default 35 seconds;
        /// Martlet's heartbeat comes every 10.
        public var streamSilence: Duration = .seconds(35)
        /// A stream that cannot be opened again for so long ends with the last error. Default 5 minutes.
        public var reconnectPatience: Duration = .seconds(300)
        /// Names the program in the server's log.
        public var userAgent = "martlet-swift/0.1.0"

        /// The server of this machine, whose key is looked for.
        let localServer: Martlet.LocalServer

        /// What is given here, else what the environment says, else the server on this machine.
        ///
        /// The address is `baseURL`, else `MARTLET_BASE_URL`, `BCTRL_BASE_URL`, `BCTRL_API_BASE_URL`, else `http://localhost:8787`.
        /// The key is `apiKey`, else `MARTLET_API_KEY`, `BCTRL_API_KEY`, else, for an address of this machine and no other, `admin.key` in the
        /// local server's data folder. ``certificateAuthorities`` is `MARTLET_CA_FILE`. Empty variables count as absent.
        public init(
            apiKey: String? = nil,
            baseURL: String? = nil,
            environment: [String: String] = ProcessInfo.processInfo.environment
        ) {
            func variable(_ names: String...) -> String? {
                names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
            }
            let address =
                baseURL ?? variable("MARTLET_BASE_URL", "BCTRL_BASE_URL", "BCTRL_API_BASE_URL")
                ?? "http://localhost:8787"
            self.baseURL = Self.withoutVersion(address)
            self.apiKey = apiKey ?? variable("MARTLET_API_KEY", "BCTRL_API_KEY")
            certificateAuthorities = variable("MARTLET_CA_FILE")
            localServer = LocalServer(environment: environment)
            if self.apiKey == nil, isLocal { self.apiKey = localServer.adminKey }
        }

        private static func withoutVersion(_ address: String) -> String {
            var address = Substring(address)
            while address.last == "/" { address.removeLast() }
            if address.hasSuffix("/v1") { address.removeLast(3) }
            while address.last == "/" { address.removeLast() }
            return String(address)
        }

        /// Whether the address is one of this machine, to which alone its admin key may go.
        var isLocal: Bool {
            let host = URL(string: baseURL)?.host()
            return ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
        }
    }
}

extension Martlet.Configuration: CustomStringConvertible {
    /// The address, and never the key.
    public var description: String { "Martlet at \(baseURL)\(apiKey == nil ? ", without a key" : "")" }
}

extension Martlet.Configuration: CustomReflectable {
    /// So that `dump` and debuggers' summaries show no key either.
    public var customMirror: Mirror { Mirror(self, children: ["baseURL": baseURL]) }
}
