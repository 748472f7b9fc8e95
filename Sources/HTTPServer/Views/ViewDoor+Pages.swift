import API
import ControlPlane
import HTTPTypes
import Hummingbird
import Model
import NIOCore
import WebPages

extension ViewDoor {
    /// Registers the page of a viewer at `/view/{purpose}/{token}`, and the words that a visitor without a good lease gets.
    func page(_ folder: String, for purpose: Lease.Purpose, in routes: inout Routes) {
        routes.on(.get, Self.base(purpose), access: .open) { call in
            do {
                _ = try await lease(of: call, for: purpose)
            } catch let error as ControlPlaneError {
                return try notice(error, for: call)
            }
            return try html(folder, for: call)
        }
    }

    /// The page that says why a viewer cannot be opened.
    private func notice(_ error: ControlPlaneError, for call: Call) throws -> Response {
        switch error.code {
        case .viewNotFound: try html("notice", "missing.html", status: .notFound, for: call)
        case .viewExpired: try html("notice", "lapsed.html", status: .gone, for: call)
        default: throw error
        }
    }

    private func html(
        _ folder: String,
        _ name: String = "index.html",
        status: HTTPResponse.Status = .ok,
        for call: Call
    ) throws -> Response {
        let up = call.request.uri.path.hasSuffix("/") ? "../.." : ".."
        let assets = "\(up)/assets/\(WebPages.revision)"
        guard let text = WebPages.page(folder, name, assets: assets, look: try call.query().look) else {
            throw APIError(.routeNotFound, "There is no such page.")
        }
        let buffer = ByteBuffer(string: text)
        var response = Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .contentLength: "\(buffer.readableBytes)"],
            body: ResponseBody(byteBuffer: buffer)
        )
        response.headers[.contentSecurityPolicy] = contentSecurityPolicy
        return Self.dressed(response)
    }

    /// The page runs its own modules, talks to its own server and goes nowhere else (CSP Level 3).
    ///
    /// Where everyone may frame it there is no `frame-ancestors`: the directive's own `*` would leave out local files and
    /// blank pages.
    private var contentSecurityPolicy: String {
        var directives = [
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob: data:",
            "connect-src 'self'", "base-uri 'none'", "form-action 'none'",
        ]
        if frameAncestors != ["*"] { directives.append("frame-ancestors \(framers.joined(separator: " "))") }
        return directives.joined(separator: "; ")
    }

    /// The server's own dashboard frames viewers in any case.
    private var framers: [String] {
        let named = frameAncestors.filter { $0 != "'none'" }
        return named.contains("'self'") ? named : named + ["'self'"]
    }
}

extension QueryReader {
    /// The parameters `theme` and `chrome`. What is none of their values counts as not given: a page is shown in any case.
    fileprivate var look: PageLook {
        PageLook(
            theme: (try? choice("theme")).flatMap { $0 } ?? .auto,
            chrome: (try? choice("chrome")).flatMap { $0 } ?? .full
        )
    }
}
