import API
import Model

extension Call {
    var spaceID: SpaceID { get throws(APIError) { try id("spaceId", or: .spaceNotFound) } }
    var runtimeID: RuntimeID { get throws(APIError) { try id("runtimeId", or: .runtimeNotFound) } }
    var runID: RunID { get throws(APIError) { try id("runId", or: .runNotFound) } }
    var fileID: FileID { get throws(APIError) { try id("fileId", or: .fileNotFound) } }
    var keyID: APIKeyID { get throws(APIError) { try id("keyId", or: .apiKeyNotFound) } }

    var targetID: String {
        get throws(APIError) {
            guard let id = parameter("targetId") else { throw APIError(.targetNotFound, "There is no such target.") }
            return id
        }
    }
}
