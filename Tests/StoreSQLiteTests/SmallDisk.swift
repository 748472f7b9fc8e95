import Foundation
import Glibc

/// A tmpfs of a few megabytes.
enum SmallDisk {
    static let isMountable: Bool = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "martlet-mount-\(UUID())").path
        guard mkdir(folder, 0o700) == 0 else { return false }
        defer { rmdir(folder) }
        guard mount("tmpfs", folder, "tmpfs", 0, "size=1m") == 0 else { return false }
        return umount2(folder, Int32(MNT_DETACH)) == 0
    }()

    static func use(megabytes: Int, _ body: (String) async throws -> Void) async throws {
        try await withFolder { folder in
            guard mount("tmpfs", folder, "tmpfs", 0, "size=\(megabytes)m") == 0 else {
                throw POSIXError(.init(rawValue: errno) ?? .EPERM)
            }
            let result: Result<Void, any Error>
            do {
                result = .success(try await body(folder))
            } catch {
                result = .failure(error)
            }
            umount2(folder, Int32(MNT_DETACH))
            try result.get()
        }
    }
}
