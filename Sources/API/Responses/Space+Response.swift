public import JSON
public import Model

extension Space {
    /// The contract's Space, or with its environment SpaceWithEnvironment.
    public func response(includingEnvironment: Bool = false) -> JSON {
        var body: JSONObject = [
            "id": .id(id),
            "name": .string(name),
            "createdAt": .time(createdAt),
            "updatedAt": .time(updatedAt),
        ]
        if includingEnvironment { body["environment"] = .object(environment) }
        return .object(body)
    }
}
