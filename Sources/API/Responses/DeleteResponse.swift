public import JSON

/// The answer of every delete: `{"id":...,"deleted":true}`.
public enum DeleteResponse {
    public static func json(id: String) -> JSON { ["id": .string(id), "deleted": true] }
}
