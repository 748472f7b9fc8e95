import AsyncHTTPClient
import JSON
import NIOCore
import NIOHTTP1

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension MartletError {
    /// An answer of 300 and above: in the server's own words when they are those of this API.
    static func refusal(
        _ response: HTTPClientResponse,
        _ body: ByteBuffer,
        _ configuration: Martlet.Configuration
    ) -> MartletError {
        let status = Int(response.status.code)
        if (300..<400).contains(status) { return redirect(response, configuration) }
        guard let answer = try? JSON.parse(body.readableBytesView), let message = answer["error"]?.stringValue else {
            return stranger(response, body, configuration)
        }
        let header = response.headers.first(name: "x-request-id") ?? response.headers.first(name: "x-bctrl-request-id")
        let kind = Kind(status: status)
        return MartletError(
            kind,
            message,
            status: status,
            code: answer["code"]?.stringValue,
            reasonClass: answer["reasonClass"]?.stringValue,
            requestID: answer["requestId"]?.stringValue ?? header,
            hint: kind.hint(configuration) ?? answer["hint"]?.stringValue,
            details: answer["details"]?.objectValue ?? [:],
            retryAfter: response.headers.first(name: "retry-after").flatMap(Duration.init(retryAfter:))
        )
    }

    /// A success without JSON: a proxy's page, another program's greeting.
    static func noJSON(
        _ response: HTTPClientResponse,
        _ body: ByteBuffer,
        _ configuration: Martlet.Configuration
    ) -> MartletError {
        MartletError(
            .unexpectedAnswer,
            "\(configuration.baseURL) answered \(response.status.code) with \(kind(of: response, body)), which is no answer of Martlet's API.",
            status: Int(response.status.code),
            hint: "Check the address; MARTLET_BASE_URL sets it."
        )
    }

    /// A refusal by something that stands between, or by another program.
    private static func stranger(
        _ response: HTTPClientResponse,
        _ body: ByteBuffer,
        _ configuration: Martlet.Configuration
    ) -> MartletError {
        let status = Int(response.status.code)
        let isGateway = [502, 503, 504].contains(status)
        return MartletError(
            isGateway ? .server : .unexpectedAnswer,
            "\(configuration.baseURL) answered \(status) with \(kind(of: response, body)), which does not come from Martlet.",
            status: status,
            hint: isGateway
                ? "A proxy stands before the server and cannot reach it: see whether the server runs."
                : "Check the address (MARTLET_BASE_URL), and what proxy stands before it.",
            retryAfter: response.headers.first(name: "retry-after").flatMap(Duration.init(retryAfter:))
        )
    }

    private static func redirect(
        _ response: HTTPClientResponse,
        _ configuration: Martlet.Configuration
    ) -> MartletError {
        let place = response.headers.first(name: "location").map { " to \($0)" } ?? ""
        return MartletError(
            .unexpectedAnswer,
            "\(configuration.baseURL) redirects\(place). Keys and bodies are not sent on to another address.",
            status: Int(response.status.code),
            hint: "Set MARTLET_BASE_URL to where the server is."
        )
    }

    /// What the body is, in words: never the body itself, which may be a page of a thousand lines.
    private static func kind(of response: HTTPClientResponse, _ body: ByteBuffer) -> String {
        let type = response.headers.first(name: "content-type")?.lowercased() ?? ""
        if body.readableBytes == 0 { return "nothing" }
        if type.contains("html") || body.readableBytesView.starts(with: "<".utf8) { return "an HTML page" }
        if type.contains("json") { return "broken JSON" }
        return type.isEmpty ? "text of another kind" : "text of type \(type.prefix { $0 != ";" })"
    }
}

extension MartletError.Kind {
    /// The kind that goes with a status of 400 or above.
    init(status: Int) {
        switch status {
        case 400, 422: self = .validation
        case 401: self = .authentication
        case 402: self = .limitReached
        case 403: self = .permission
        case 404: self = .notFound
        case 408: self = .timedOut
        case 409: self = .conflict
        case 410: self = .gone
        case 413: self = .tooLarge
        case 429: self = .rateLimited
        case 500...: self = .server
        default: self = .refused
        }
    }

    /// What to do, where this side knows it better: the server speaks of headers, which its caller here does not see.
    fileprivate func hint(_ configuration: Martlet.Configuration) -> String? {
        guard self == .authentication else { return nil }
        return "Check MARTLET_API_KEY: the key must be one of the server at \(configuration.baseURL)."
    }
}

extension Duration {
    /// The header `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3).
    init?(retryAfter text: String) {
        if let seconds = Double(text.filter { $0 != " " }), seconds >= 0, seconds < 1e6 {
            self = .seconds(seconds)
        } else if let date = Date(http: text) {
            self = .seconds(max(0, date.timeIntervalSinceNow))
        } else {
            return nil
        }
    }
}
