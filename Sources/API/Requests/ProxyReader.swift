import JSON
public import Model

/// Reads the proxy of a runtime's configuration: null, an address, the id of a saved proxy, or an object.
///
/// Martlet has custom proxies only: managed kinds and saved ids, of which there are none, are refused as `proxy.invalid`.
public enum ProxyReader {
    /// - Returns: Nil when the member is missing, `.some(nil)` for null.
    public static func proxy(_ config: ObjectReader) throws(APIError) -> ProxyServer?? {
        guard config.has("proxy") else { return nil }
        if config.isNull("proxy") { return .some(nil) }
        if let text = config.object["proxy"]?.stringValue { return try address(text, in: config) }
        guard config.object["proxy"]?.objectValue != nil, let proxy = try config.reader("proxy") else {
            throw config.invalid("proxy", "must be null, a string or an object.")
        }
        return try server(proxy)
    }

    private static func address(_ text: String, in config: ObjectReader) throws(APIError) -> ProxyServer {
        guard text.contains("://") else { throw unknown(config.field("proxy")) }
        return try ProxyAddress(text, field: config.field("proxy")).server()
    }

    private static func server(_ proxy: ObjectReader) throws(APIError) -> ProxyServer {
        if proxy.has("id") { throw unknown(proxy.field("id")) }
        let type = try proxy.text("type", length: 1...64) ?? "custom"
        guard type == "custom" else {
            throw invalid(proxy.field("type"), "must be `custom`: this server has no managed proxies.")
        }
        var address = try address(of: proxy)
        address.username = try proxy.text("username", length: 1...255) ?? address.username
        address.password = try proxy.text("password", length: 1...255) ?? address.password
        address.dnsResolution = try proxy.choice("dnsResolution")
        return try address.server()
    }

    private static func address(of proxy: ObjectReader) throws(APIError) -> ProxyAddress {
        if let url = try proxy.text("url", length: 1...2048) {
            return try ProxyAddress(url, field: proxy.field("url"))
        }
        guard let scheme: ProxyServer.Scheme = try proxy.choice("protocol") else {
            throw invalid(proxy.path, "needs `url`, or `protocol`, `host` and `port`.")
        }
        guard let host = try proxy.text("host", length: 1...253) else { throw proxy.missing("host") }
        guard let port = try proxy.integer("port", in: 1...65_535) else { throw proxy.missing("port") }
        return try ProxyAddress(scheme: scheme, host: host, port: port, field: proxy.field("host"))
    }

    private static func unknown(_ field: String) -> APIError {
        invalid(field, "names no saved proxy; this server takes proxy addresses such as `http://proxy.example:3128`.")
    }

    static func invalid(_ field: String, _ message: String) -> APIError {
        APIError(.proxyInvalid, "`\(field)` \(message)", details: ["field": .string(field)])
    }
}
