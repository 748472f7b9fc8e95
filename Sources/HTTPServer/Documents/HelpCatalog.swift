import API
import JSON

/// Explains the API from its own OpenAPI document: an overview, and a topic for each operation.
struct HelpCatalog: Sendable {
    enum Audience: String, CaseIterable { case api, sdk, cli, mcp }

    private let topics: [HelpTopic]
    private let summary: String

    /// - Parameter document: An OpenAPI document.
    init(_ document: JSON) {
        summary = document["info"]?["summary"]?.stringValue ?? ""
        topics =
            document["paths"]?.objectValue?.members.flatMap { path, item in
                let operations = item.objectValue?.members ?? []
                return operations.compactMap {
                    HelpTopic(method: $0.name, path: path, operation: $0.value, of: document)
                }
            } ?? []
    }

    func overview(_ audience: Audience?) -> JSON {
        var body: JSONObject = [
            "type": "overview",
            "summary": .string(summary),
            "topics": .array(topics.map(\.entry)),
            "next": [
                ["title": "What a start does", "topic": "runtimes.start"],
                ["title": "The OpenAPI document", "method": "GET", "path": "/openapi.json"],
            ],
        ]
        body["audience"] = audience.map { .string($0.rawValue) }
        return .object(body)
    }

    /// A topic by its operation (`runs.get`) or alias (`runs get`, `GET /v1/runs/{runId}`), in any case.
    func topic(_ name: String, _ audience: Audience?) throws(APIError) -> JSON {
        guard let topic = topics.first(where: { $0.answers(to: name) }) else {
            throw APIError(.helpTopicNotFound, "There is no help on this topic.")
        }
        return topic.response(audience?.rawValue)
    }
}
