import Credentials
import FileStorage
import Foundation
import Model
import Synchronization

@testable import FileStorageS3

/// Moto's S3 server (https://docs.getmoto.org/en/latest/docs/server_mode.html), one for all tests of the process.
///
/// It is found as `MARTLET_MOTO_SERVER`, or in the environment that `scripts/test` makes. Where there is none, the tests of the S3 store do not run.
final class MotoServer: Sendable {
    static let path: String? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../.venv/bin")
        let candidates: [String?] = [
            ProcessInfo.processInfo.environment["MARTLET_MOTO_SERVER"], root.appending(path: "moto_server").path,
        ]
        return candidates.compactMap { $0 }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    private static let started = Mutex<MotoServer?>(nil)

    static func shared() throws -> MotoServer {
        try started.withLock { started in
            let server = try started ?? MotoServer()
            started = server
            return server
        }
    }

    let endpoint: String
    /// Ends with this process: it reads a pipe that nobody else writes to.
    private let process: Process

    private init() throws {
        let port = try Self.freePort()
        endpoint = "http://127.0.0.1:\(port)"
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // The shell ends the server when this process is gone and its end of the pipe closes. Milder signals are blocked: the server has
        // inherited that from us.
        let script = "\"$0\" -H 127.0.0.1 -p \(port) >/dev/null 2>&1 & server=$!; cat >/dev/null; kill -9 $server"
        process.arguments = ["-c", script, MotoServer.path ?? "moto_server"]
        process.standardInput = Pipe()
        try process.run()
    }

    private static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 ? getsockname(descriptor, $0, &length) : -1
            }
        }
        guard status == 0 else { throw BlobError(errno: errno, "No free port") }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    /// Settings for a new bucket, which is there when this returns.
    func bucket(prefix: String = "martlet") async throws -> S3Settings {
        let settings = S3Settings(
            bucket: "bucket-\(UUIDv7())",
            region: "us-east-1",
            endpoint: endpoint,
            prefix: prefix,
            credentials: AWSCredentials(accessKeyID: "testing", secretAccessKey: Secret("testing"))
        )
        let client = S3Client(settings)
        for _ in 0..<200 {
            do {
                _ = try await client.perform(.init(method: .put))
                return settings
            } catch {
                try await Task.sleep(for: .milliseconds(100))
            }
        }
        throw BlobError(.unavailable, "Moto's server did not start.")
    }
}
