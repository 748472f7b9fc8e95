import FileStorage
import FileStorageS3
import Foundation
import Model

/// Opens the store that the settings name.
enum BlobStores {
    /// - Parameter folder: the data folder.
    /// - Throws: `BlobError` in words that say which setting is wrong.
    static func open(_ choice: FileStoreChoice, folder: String) async throws -> any BlobStore {
        switch choice {
        case .disk: return try DiskBlobStore(folder: folder + "/files")
        case .s3(let settings):
            let spool = try DiskBlobStore(folder: folder + "/spool")
            let store = S3BlobStore(settings, spool: spool)
            if let error = await claim(store, folder: folder) {
                throw StartError(message: "The file store cannot be used. \(error.message)")
            }
            return store
        }
    }

    /// Why the store is not ours to use; nil when it is. Never inlined: Swift 6.3's optimiser crashes on a typed catch within an async function that
    /// throws another error.
    @inline(never)
    private static func claim(_ store: S3BlobStore, folder: String) async -> BlobError? {
        do throws(BlobError) {
            try await store.claim(owner: try owner(folder))
            return nil
        } catch {
            return error
        }
    }

    /// The name of the data folder, which the first start makes: whose prefix of the bucket it is.
    private static func owner(_ folder: String) throws(BlobError) -> String {
        let path = folder + "/store-id"
        if let text = try? String(contentsOfFile: path, encoding: .utf8), let id = UUIDv7(text) { return "\(id)" }
        let id = "\(UUIDv7())"
        do {
            try Data(id.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw BlobError(.unavailable, "The file \(path) cannot be written.")
        }
        return id
    }
}

/// Why a server cannot start, in words for its operator.
struct StartError: Error, CustomStringConvertible {
    let message: String
    var description: String { message }
}
