public import Model

/// How a caller names a space: the default one, or by id.
public enum SpaceReference: Sendable, Equatable {
    case defaultSpace
    case id(SpaceID)

    /// Nil for text that is neither `default` nor a UUID.
    public init?(_ text: String) {
        if text == "default" {
            self = .defaultSpace
        } else if let id = SpaceID(text) {
            self = .id(id)
        } else {
            return nil
        }
    }

    /// The id; nil for the default space, which only the server knows.
    public var spaceID: SpaceID? {
        guard case .id(let id) = self else { return nil }
        return id
    }
}
