import API
import Hummingbird
import NIOCore
import WebPages

/// The dashboard at `/`. Every address of it has the same page, which holds nothing: what it shows it gets from the API, with the
/// key of whoever looks.
struct DashboardPages {
    static let paths = ["/", "/runs", "/runs/{runId}", "/runtimes"]

    func add(to routes: inout Routes) {
        for path in Self.paths { routes.on(.get, path, access: .open, page) }
    }

    @Sendable private func page(_ call: Call) async throws -> Response {
        guard let text = WebPages.page("dashboard", "index.html", assets: "/view/assets/\(WebPages.revision)") else {
            throw APIError(.routeNotFound, "There is no such page.")
        }
        let buffer = ByteBuffer(string: text)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/html; charset=utf-8",
                .contentLength: "\(buffer.readableBytes)",
                .cacheControl: "no-cache",
                .contentTypeOptions: "nosniff",
                .referrerPolicy: "no-referrer",
                .contentSecurityPolicy: Self.contentSecurityPolicy,
            ],
            body: ResponseBody(byteBuffer: buffer)
        )
    }

    /// It runs its own modules, calls its own server, frames its own viewers, and nobody may frame it (CSP Level 3).
    private static let contentSecurityPolicy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
        "frame-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")
}
