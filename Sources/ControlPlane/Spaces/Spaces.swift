public import JSON
public import Model
public import Store

/// Spaces, and what their environments hold.
public struct Spaces: Sendable {
    let store: any Store
    /// Changes, one by one: each begins with what the one before has made.
    private let changes = Gate(1)

    init(store: any Store) { self.store = store }

    /// - Parameter environment: shaped as the contract's EnvironmentMounts; the caller has checked it.
    public func create(name: String?, environment: JSONObject) async throws -> Space {
        let space = Space(name: name ?? "Untitled space", environment: environment)
        try await store.insert(space)
        return space
    }

    public func get(_ id: SpaceID) async throws -> Space {
        guard let space = try await store.space(id) else { throw ControlPlaneError.spaceNotFound(id) }
        return space
    }

    /// The space of callers that name none.
    public func getDefault() async throws -> Space {
        guard let space = try await store.defaultSpace() else {
            throw ControlPlaneError(.spaceNotFound, "There is no default space.")
        }
        return space
    }

    /// Newest first.
    public func list(_ page: PageRequest<SpaceID>) async throws -> Page<Space> { try await store.spaces(page) }

    /// Changes a space by `change`, which may throw to refuse.
    public func update(_ id: SpaceID, _ change: @Sendable (inout Space) throws -> Void) async throws -> Space {
        try await changes.pass {
            var space = try await get(id)
            try change(&space)
            space.updatedAt = .now
            try await store.update(space)
            return space
        }
    }

    /// Deletes the rows of a space and its runtimes; their runs stay.
    /// - Returns: the runtimes, of which more than their rows may be there (``Runtimes/forget(_:)``).
    func delete(_ id: SpaceID) async throws -> [RuntimeID] {
        let space = try await get(id)
        guard !space.isDefault else {
            throw ControlPlaneError(.spaceIsDefault, "The default space cannot be deleted.")
        }
        do throws(StoreError) {
            return try await store.deleteSpace(id)
        } catch {
            guard error.code == .conflict else { throw error }
            throw ControlPlaneError(
                .runtimeNotStopped,
                "A runtime of this space is active.",
                hint: "Stop the space's runtimes first.",
                details: ["spaceId": .string(id.description)]
            )
        }
    }

    func ensureDefault() async throws {
        guard try await store.defaultSpace() == nil else { return }
        try await store.insert(Space(name: "Default", isDefault: true))
    }
}

extension ControlPlaneError {
    static func spaceNotFound(_ id: SpaceID) -> Self {
        Self(.spaceNotFound, "There is no space \(id).", details: ["spaceId": .string(id.description)])
    }
}
