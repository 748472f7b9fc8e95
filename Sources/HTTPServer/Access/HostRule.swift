import API

/// Who may reach the CDP addresses: no page of a foreign site, by its own origin or by a name that it made point here
/// (DNS rebinding). The same rule as Chromium's own DevTools port has.
struct HostRule: Sendable {
    /// The host name of the server's public address.
    let publicHost: String?
    let allowedOrigins: [String]

    /// - Throws: 403 `auth.forbidden` for a host that is neither localhost nor an IP address nor the public host, and for
    ///   every origin that is not configured.
    func check(authority: String?, origin: String?) throws(APIError) {
        let name = authority.map(Self.name) ?? ""
        guard Self.isLocal(name) || Self.isIPAddress(name) || name == publicHost?.lowercased() else {
            throw APIError(
                .authForbidden,
                "The Host of the request must be localhost, an IP address or the server's public host.",
                hint: "Set the server's public URL when it is reached by a name."
            )
        }
        guard let origin, !allows(origin) else { return }
        throw APIError(
            .authForbidden,
            "Web pages of this origin may not open browsers.",
            hint: "Add the origin to the server's allowed origins."
        )
    }

    func allows(_ origin: String) -> Bool { allowedOrigins.contains("*") || allowedOrigins.contains(origin) }

    /// The name of `name:port`, in lower case, an IPv6 address with its brackets.
    static func name(of authority: String) -> String {
        let end = authority.hasPrefix("[") ? authority.firstIndex(of: "]").map(authority.index(after:)) : nil
        let stop = end ?? authority.firstIndex(of: ":") ?? authority.endIndex
        return authority[..<stop].lowercased()
    }

    /// Whether a `Host` has only letters that a host and a port may have, so that it can stand in an address.
    static func isWellFormed(_ authority: String) -> Bool {
        !authority.isEmpty && authority.utf8.count <= 260
            && authority.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: ".-_:[]".utf8.contains(byte)
                }
            }
    }

    private static func isLocal(_ name: String) -> Bool { name == "localhost" || name.hasSuffix(".localhost") }

    private static func isIPAddress(_ name: String) -> Bool {
        if name.hasPrefix("["), name.hasSuffix("]") {
            return name.dropFirst().dropLast().utf8.allSatisfy { "0123456789abcdef:.".utf8.contains($0) }
        }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}
