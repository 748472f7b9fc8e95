import HTTPTypes
import Hummingbird

/// The outermost layer: lets pages of configured origins read GET answers, errors and streams (Fetch, section 3.2). Without any, browsers of
/// no other origin may.
struct CORSMiddleware: RouterMiddleware {
    let rule: HostRule

    func handle(
        _ request: Request,
        context: ServerContext,
        next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard let origin = request.headers[.origin], rule.allows(origin) else { return response }
        response.headers[.accessControlAllowOrigin] = origin
        response.headers[.vary] = "Origin"
        response.headers[.accessControlExposeHeaders] = "x-request-id"
        guard request.method == .options else { return response }
        response.headers[.accessControlAllowMethods] = "GET, HEAD"
        response.headers[.accessControlAllowHeaders] = "Authorization, Last-Event-ID, Cache-Control"
        response.headers[.accessControlMaxAge] = "600"
        return response
    }
}
