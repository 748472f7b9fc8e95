import HTTPTypes
import Hummingbird
import Synchronization

/// Registers the server's routes with the router and remembers which methods each path has.
struct Routes {
    typealias Handler = @Sendable (Call) async throws -> Response

    let router: Router<ServerContext>
    let authenticator: Authenticator
    let maximumBodyBytes: Int
    private(set) var methods = PathMethods()

    /// - Parameters:
    ///   - path: as in the OpenAPI document, `/v1/runs/{runId}`.
    ///   - handler: HEAD is answered by a GET's handler, without the body.
    mutating func on(
        _ method: HTTPRequest.Method,
        _ path: String,
        access: Access = .key,
        _ handler: @escaping Handler
    ) {
        methods.add(method, to: path)
        register(method, path, access, handler)
        guard method == .get else { return }
        methods.add(.head, to: path)
        register(.head, path, access) { try await handler($0).withoutBody }
    }

    private func register(_ method: HTTPRequest.Method, _ path: String, _ access: Access, _ handler: @escaping Handler)
    {
        let (authenticator, maximumBodyBytes) = (authenticator, maximumBodyBytes)
        router.on(RouterPath(path), method: method) { request, context in
            let hasKey = request.headers[.authorization] != nil
            let needsKey = access == .key || access == .keyOrOwnCredential && hasKey
            let key = needsKey ? try await authenticator.key(of: request) : nil
            return try await handler(
                Call(request: request, context: context, key: key, maximumBodyBytes: maximumBodyBytes)
            )
        }
    }
}
