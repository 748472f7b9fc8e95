import API
import ControlPlane
import Model

extension ControlPlane {
    /// The space that a caller names; nil when there is none with this id.
    func space(_ reference: SpaceReference) async throws -> Space? {
        do {
            return switch reference {
            case .defaultSpace: try await spaces.getDefault()
            case .id(let id): try await spaces.get(id)
            }
        } catch let error as ControlPlaneError {
            guard error.code == .spaceNotFound else { throw error }
            return nil
        }
    }

    /// - Throws: 404 `space.not_found`.
    func requiredSpace(_ reference: SpaceReference) async throws -> SpaceID {
        switch reference {
        case .defaultSpace: try await spaces.getDefault().id
        case .id(let id): try await spaces.get(id).id
        }
    }
}
