public import JSON
public import Model

/// The contract's RuntimeTarget.
public enum RuntimeTargetResponse {
    /// - Parameter title: The page's title, which is its label; without one the label is its address.
    public static func json(id: String, runtime: RuntimeID, url: String, title: String, active: Bool) -> JSON {
        [
            "id": .string(id),
            "runtimeId": .id(runtime),
            "type": "browser_page",
            "label": .string(title.isEmpty ? url : title),
            "uri": .string(url),
            "active": .bool(active),
            "metadata": ["title": .string(title)],
        ]
    }
}
