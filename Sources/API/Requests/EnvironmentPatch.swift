public import JSON

/// Changes to a space's environment: absent members stay, null ones go, objects merge member by member.
///
/// Only the members of the contract's EnvironmentMounts are read; others are ignored.
public struct EnvironmentPatch: Sendable, Equatable {
    let changes: JSONObject

    /// An environment as compact JSON has at most that many bytes.
    public static let maximumBytes = 64 * 1024

    /// - Parameter allowsNull: False in `spaces.create`, where there is nothing to remove.
    public init(_ reader: ObjectReader, allowsNull: Bool = true) throws(APIError) {
        let checker = EnvironmentChecker(allowsNull: allowsNull)
        changes = try checker.environment(reader)
    }

    /// - Throws: 400 when the outcome is too large.
    public func applied(to environment: JSONObject) throws(APIError) -> JSONObject {
        let merged = Self.merge(changes, into: environment, depth: 0)
        guard JSON.object(merged).bytes.count <= Self.maximumBytes else {
            throw .invalid("environment", "may have at most \(Self.maximumBytes) bytes as JSON.")
        }
        return merged
    }

    /// The mounts and the members of `ai.defaults` merge; a model selection is one value and is replaced whole.
    private static func merge(_ changes: JSONObject, into object: JSONObject, depth: Int) -> JSONObject {
        var merged = object
        for (name, change) in changes.members {
            switch change {
            case .null: merged[name] = nil
            case .object(let inner) where depth < 2:
                merged[name] = .object(merge(inner, into: object[name]?.objectValue ?? [:], depth: depth + 1))
            default: merged[name] = change
            }
        }
        return merged
    }
}
