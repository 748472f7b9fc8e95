#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Transport {
    /// The request's whole address.
    func target(of request: Request) throws -> String {
        let base = configuration.baseURL
        guard let url = URL(string: base), let scheme = url.scheme, ["http", "https"].contains(scheme.lowercased()),
            let host = url.host(), !host.isEmpty, url.query == nil, url.fragment == nil
        else {
            throw MartletError(
                .configuration,
                "The server's address must be http://HOST:PORT or https://HOST, not `\(base)`.",
                hint: "Set MARTLET_BASE_URL."
            )
        }
        guard !Path.hasEmptySegment(request.path) else {
            throw MartletError(.validation, "An id is empty: the call would go to \(request.path).")
        }
        return request.target(at: base)
    }

    /// The key, checked for what cannot be sent in a header.
    func key() throws -> String {
        guard let key = configuration.apiKey, !key.isEmpty else { throw noKey }
        guard key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw MartletError(
                .configuration,
                "The API key holds blanks or other characters that no key has.",
                hint: "Copy it again into MARTLET_API_KEY."
            )
        }
        return key
    }

    private var noKey: MartletError {
        let path = configuration.localServer.adminKeyPath
        return MartletError(
            .authentication,
            configuration.isLocal
                ? "There is no API key: MARTLET_API_KEY is not set, and no key can be read at \(path)."
                : "There is no API key for \(configuration.baseURL).",
            hint: configuration.isLocal
                ? "Set MARTLET_API_KEY, or start a server with `martlet serve`." : "Set MARTLET_API_KEY."
        )
    }
}
