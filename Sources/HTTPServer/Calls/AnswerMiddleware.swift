import API
import HTTPTypes
import Hummingbird
import Logging

/// Every answer has its request id, every error its body, every request its line in the log.
struct AnswerMiddleware: RouterMiddleware {
    let methods: PathMethods

    func handle(
        _ request: Request,
        context: ServerContext,
        next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            response = answer(error, to: request, context: context)
        }
        response.headers[.requestID] = context.requestID
        log(request, response, since: start, context: context)
        return response
    }

    private func answer(_ error: any Error, to request: Request, context: ServerContext) -> Response {
        if let error = error as? HTTPError, error.status == .notFound {
            return unmatched(request, context: context)
        }
        let translated = ErrorTranslation.apiError(error, logger: context.logger)
        if translated.code == .requestTooLarge { Connection.closeSoon(context.channel) }
        return render(translated, for: request, context: context)
    }

    /// No route has this path and method.
    private func unmatched(_ request: Request, context: ServerContext) -> Response {
        let allowed = methods.of(request.uri.path)
        guard !allowed.isEmpty else {
            return render(APIError(.routeNotFound, "There is no such route."), for: request, context: context)
        }
        let allow = (allowed + [.options]).map(\.rawValue).joined(separator: ", ")
        if request.method == .options { return Response(status: .noContent, headers: [.allow: allow]) }
        let error = APIError(
            .methodNotAllowed,
            "This path does not have this method.",
            headers: ["Allow": allow]
        )
        return render(error, for: request, context: context)
    }

    private func render(_ error: APIError, for request: Request, context: ServerContext) -> Response {
        let status = HTTPResponse.Status(code: error.code.status)
        var response = Response.json(error.body(requestID: context.requestID), status: status)
        for (name, value) in error.headers {
            guard let name = HTTPField.Name(name) else { continue }
            response.headers[name] = value
        }
        return request.method == .head ? response.withoutBody : response
    }

    /// No query, and of the addresses that carry a token only the pattern.
    private func log(
        _ request: Request,
        _ response: Response,
        since start: ContinuousClock.Instant,
        context: ServerContext
    ) {
        let path = request.uri.path
        // However the path is written: what matches a route may have more slashes, and a proxy may leave its prefix on.
        let hasToken = path.split(separator: "/").contains { $0 == "cdp" || $0 == "view" }
        context.logger.info(
            "Request",
            metadata: [
                "http.method": "\(request.method.rawValue)",
                "http.path": "\(hasToken ? context.endpointPath ?? "..." : String(path.prefix(200)))",
                "http.status": "\(response.status.code)",
                "duration.ms": "\(start.duration(to: .now) / .milliseconds(1))",
            ]
        )
    }
}
