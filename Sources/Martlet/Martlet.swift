@_exported public import JSON

/// The client of a Martlet server, and of every server that speaks the same v1 API.
///
/// ```swift
/// let martlet = Martlet()
/// let run = try await martlet.runs.get("01a20ad5-1d6e-7000-8000-00040f0f5f04")
/// ```
///
/// A value without state of its own: copy it, keep it, share it among tasks. All clients of a process share their connections.
/// Every call throws ``MartletError``, or `CancellationError` when its task was cancelled, and nothing else. Every other type of the SDK
/// is a member of this one (`Martlet.Run`), so that `import Martlet` brings two names only: `Martlet` and ``MartletError``
/// (and those of `JSON`, which carries the free-form parts).
public struct Martlet: Sendable {
    let transport: Transport

    /// A client of the server that the environment names: see ``Configuration/init(apiKey:baseURL:environment:)``.
    ///
    /// It never fails; what is missing or wrong (no key, no address) is said by the first call.
    public init(_ configuration: Configuration = Configuration()) { transport = Transport(configuration) }

    /// A client with this key, of the server at this address.
    /// - Parameters:
    ///   - apiKey: `bctrl_…`; a secret.
    ///   - baseURL: `https://HOST[:PORT]`, with or without `/v1`. Default: what the environment names, else `http://localhost:8787`.
    public init(apiKey: String, baseURL: String? = nil) {
        self.init(Configuration(apiKey: apiKey, baseURL: baseURL))
    }

    public var configuration: Configuration { transport.configuration }

    public var runtimes: Runtimes { Runtimes(transport: transport) }
    public var runs: Runs { Runs(transport: transport) }
    public var spaces: Spaces { Spaces(transport: transport) }
    public var files: Files { Files(transport: transport) }
    public var apiKeys: APIKeys { APIKeys(transport: transport) }
    public var auth: Auth { Auth(transport: transport) }
    public var dashboard: Dashboard { Dashboard(transport: transport) }

    /// The server's own help, as it answers.
    /// - Parameter topic: an operation or noun, such as `runs.list`; nil: the overview.
    public func help(topic: String? = nil) async throws -> JSON {
        try await transport.call(.get, "help", query: ["topic": topic])
    }
}
