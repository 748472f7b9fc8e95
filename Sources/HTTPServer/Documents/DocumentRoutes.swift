import API
import HTTPTypes
import Hummingbird
import JSON

/// `/openapi.json`, and `/v1/help`, which is made from it.
struct DocumentRoutes {
    private static let catalog = HelpCatalog((try? JSON.parse(OpenAPIDocument.text)) ?? [:])

    func add(to routes: inout Routes) {
        routes.on(.get, "/openapi.json", access: .open) { _ in .json(Array(OpenAPIDocument.text.utf8)) }
        routes.on(.get, "/v1/help", help)
    }

    @Sendable private func help(_ call: Call) async throws -> Response {
        let query = try call.query()
        let audience = try query.choice("audience") as HelpCatalog.Audience?
        guard let topic = try query.text("topic"), !topic.isEmpty else { return .json(Self.catalog.overview(audience)) }
        return .json(try Self.catalog.topic(topic, audience))
    }
}
