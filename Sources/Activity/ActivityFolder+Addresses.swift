/// Addresses and network errors in words.
extension ActivityFolder {
    /// An address without its query, in which a form may have put what was typed. The events have it whole.
    static func bare(_ url: String) -> String { String(url.prefix { $0 != "?" }) }

    /// An address without its scheme, at most 80 characters, its query left out.
    static func short(_ url: String) -> String {
        guard !url.hasPrefix("about:blank") else { return "an empty page" }
        guard !url.hasPrefix("data:"), !url.hasPrefix("blob:") else { return "a page made by script" }
        var text = Substring(url)
        for scheme in ["https://", "http://"] where text.hasPrefix(scheme) { text = text.dropFirst(scheme.count) }
        text = text.prefix { $0 != "?" }
        if text.hasSuffix("/"), text.filter({ $0 == "/" }).count == 1 { text = text.dropLast() }
        return text.count > 80 ? "\(text.prefix(79))…" : String(text)
    }

    /// An error of Chromium's network stack (`net::ERR_...`) in plain English.
    static func plain(_ error: String) -> String {
        if let known = errors[error] { return known }
        let words = error.replacing("net::ERR_", with: "").replacing("_", with: " ").lowercased()
        return words.isEmpty ? "for a reason that is not known" : words
    }

    private static let errors = [
        "net::ERR_CONNECTION_REFUSED": "the server refused the connection",
        "net::ERR_NAME_NOT_RESOLVED": "there is no such host",
        "net::ERR_CONNECTION_RESET": "the server broke the connection off",
        "net::ERR_CONNECTION_CLOSED": "the server closed the connection",
        "net::ERR_TIMED_OUT": "it took too long", "net::ERR_CONNECTION_TIMED_OUT": "the server did not answer",
        "net::ERR_EMPTY_RESPONSE": "the server sent nothing",
        "net::ERR_TOO_MANY_REDIRECTS": "there were too many redirects",
        "net::ERR_INTERNET_DISCONNECTED": "there is no network",
        "net::ERR_FAILED": "it was stopped on its way", "net::ERR_ABORTED": "it was broken off",
        "net::ERR_ACCESS_DENIED": "access was denied", "net::ERR_ADDRESS_UNREACHABLE": "the server cannot be reached",
        "net::ERR_CONNECTION_ABORTED": "the connection broke off",
        "net::ERR_INCOMPLETE_CHUNKED_ENCODING": "the answer broke off",
        "net::ERR_CONTENT_LENGTH_MISMATCH": "the answer broke off",
        "net::ERR_HTTP2_PROTOCOL_ERROR": "the server broke the rules of HTTP",
        "net::ERR_INVALID_HTTP_RESPONSE": "the server broke the rules of HTTP",
        "net::ERR_PROXY_CONNECTION_FAILED": "the proxy cannot be reached",
        "net::ERR_TUNNEL_CONNECTION_FAILED": "the proxy did not let it through",
        "net::ERR_SSL_PROTOCOL_ERROR": "the server does not speak TLS",
        "net::ERR_CERT_COMMON_NAME_INVALID": "the server's certificate is for another host",
        "net::ERR_UNSAFE_PORT": "browsers do not open this port", "net::ERR_INVALID_URL": "this is no address",
        "net::ERR_FILE_NOT_FOUND": "there is no such file",
        "net::ERR_BLOCKED_BY_CLIENT": "the browser's rules refuse it",
        "net::ERR_BLOCKED_BY_RESPONSE": "the answer forbids its use here",
        "net::ERR_CERT_AUTHORITY_INVALID": "the server's certificate is not trusted",
        "net::ERR_CERT_DATE_INVALID": "the server's certificate has lapsed",
    ]
}
