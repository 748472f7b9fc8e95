import Foundation
import Martlet

/// Addresses at which a run is seen.
enum Viewer {
    /// nil where the server has no live views, or the run has just ended.
    static func live(_ martlet: Martlet, _ run: Martlet.RunID) async throws -> Martlet.Live? {
        try await ifThere { try await martlet.runs.live(run) }
    }

    /// nil where the server keeps no recordings.
    static func recording(_ martlet: Martlet, _ run: Martlet.RunID) async throws -> Martlet.Recording? {
        let recording = try await ifThere { try await martlet.runs.recording(run) }
        return recording?.status == .notAvailable ? nil : recording
    }

    /// nil where the server has no dashboard.
    static func dashboard(_ martlet: Martlet, _ run: Martlet.RunID) async throws -> String? {
        try await ifThere { try await martlet.dashboard.link(to: run).url }
    }

    /// The live view of a run that goes on, the replay of one that has ended.
    static func view(_ martlet: Martlet, _ run: Martlet.Run) async throws -> String {
        run.status == .active ? try await martlet.runs.live(run.id).url : try await martlet.runs.recording(run.id).url
    }

    private static func ifThere<Result>(_ body: () async throws -> Result) async throws -> Result? {
        do {
            return try await body()
        } catch let error as MartletError {
            if error.kind == .notFound || error.kind == .conflict || error.kind == .server { return nil }
            throw error
        }
    }

    /// Opens an address in the person's browser, or prints it where there is none to open.
    static func show(_ url: String, onlyPrint: Bool) async throws {
        guard !onlyPrint, let opener else { return Output.line(url) }
        let process = Process()
        process.executableURL = opener
        process.arguments = [url]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
            // What stands behind # signs its opener in.
            Output.line("Opened \(url.prefix { $0 != "#" })")
        } catch {
            Output.line(url)
        }
    }

    /// `xdg-open` or `open`, where somebody sits before a screen.
    private static var opener: URL? {
        let environment = ProcessInfo.processInfo.environment
        let hasScreen = environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil
        #if os(Linux)
            guard hasScreen else { return nil }
            let name = "xdg-open"
        #else
            let name = "open"
        #endif
        let folders = environment["PATH", default: "/usr/bin:/bin"].split(separator: ":")
        return folders.map { URL(fileURLWithPath: "\($0)/\(name)") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
}
