import Foundation
import Martlet
import Testing

/// `martlet serve` as a process of its own, with a data folder of its own.
final class TestServer: @unchecked Sendable {
    static let key = "bctrl_sdk0sdk0sdk0sdk0sdk0sdk0sdk0sdk0key0"
    let folder: URL
    let port: Int
    private var process = Process()

    /// Runs `body` beside a server, which is ended afterwards.
    static func with<Result>(_ body: (TestServer) async throws -> Result) async throws -> Result {
        let server = try TestServer()
        try await server.start()
        do {
            let result = try await body(server)
            server.end()
            return result
        } catch {
            server.end()
            throw error
        }
    }

    private init() throws {
        // Not below a folder that bars others: the browser runs as another user.
        folder = URL(fileURLWithPath: "/var/tmp/martlet-sdk-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        port = try freePort()
    }

    var url: String { "http://127.0.0.1:\(port)" }

    /// A client, through another address if one is given, with a stream's patience made short.
    func client(through address: String? = nil) -> Martlet {
        var configuration = Martlet.Configuration(apiKey: Self.key, baseURL: address ?? url)
        configuration.streamSilence = .seconds(15)
        configuration.reconnectPatience = .seconds(30)
        return Martlet(configuration)
    }

    func start() async throws {
        process = Process()
        process.executableURL = try Self.binary()
        process.arguments = ["serve", "--port", "\(port)", "--data-dir", folder.path, "--log-level", "error"]
        process.environment = ProcessInfo.processInfo.environment.merging(["MARTLET_API_KEY": Self.key]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let client = client()
        try await eventually("the server answers") { (try? await client.auth.whoami()) != nil }
    }

    /// kill -9.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    func end() {
        if process.isRunning {
            process.terminate()
            process.waitUntilExit()
        }
        try? FileManager.default.removeItem(at: folder)
    }

    /// The binary that was built beside these tests.
    private static func binary() throws -> URL {
        if let named = ProcessInfo.processInfo.environment["MARTLET_BINARY"] { return URL(fileURLWithPath: named) }
        let beside = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        var folder = beside.deletingLastPathComponent()
        while folder.path != "/" {
            let binary = folder.appendingPathComponent("martlet")
            if FileManager.default.isExecutableFile(atPath: binary.path) { return binary }
            folder.deleteLastPathComponent()
        }
        return URL(fileURLWithPath: ".build/debug/martlet")
    }
}

/// Waits until a condition holds, at most 20 seconds.
func eventually(_ what: String, _ condition: () async throws -> Bool) async throws {
    let deadline = ContinuousClock.now.advanced(by: .seconds(20))
    while ContinuousClock.now < deadline {
        if try await condition() { return }
        try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record("It never came that \(what).")
    throw CancellationError()
}

/// A port of 127.0.0.1 that was free a moment ago.
func freePort() throws -> Int {
    let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
            bind(socket, address, size) == 0 && getsockname(socket, address, &size) == 0
        }
    }
    try #require(status)
    return Int(UInt16(bigEndian: address.sin_port))
}
