import Chromium
import ControlPlane
import Credentials
import Foundation
import HTTPServer
import Logging
import Recorder
import ServiceLifecycle
import StoreSQLite
import UnixSignals

/// Puts the parts together and runs them until a signal ends the process.
struct Server {
    let configuration: ServerConfiguration
    private let logger: Logger

    init(_ configuration: ServerConfiguration) {
        self.configuration = configuration
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        var logger = Logger(label: "martlet")
        logger.logLevel = configuration.logLevel
        self.logger = logger
    }

    func run() async throws {
        let folder = try prepareDataFolder()
        let store = try SQLiteStore(path: folder + "/martlet.sqlite", logger: logger)
        let key = try AdminKey(given: configuration.apiKey, folder: folder)
        let launcher = BrowserLauncher(browserConfiguration(folder), logger: logger)
        try await launcher.prepare()
        let controlPlane = ControlPlane(
            store: store,
            blobs: try await BlobStores.open(configuration.fileStore, folder: folder),
            launcher: launcher,
            settings: controlPlaneSettings,
            operatorKey: key.secret,
            logger: logger
        )
        try await controlPlane.recover()
        try await serve(controlPlane, launcher: launcher, key: key, folder: folder)
        try store.close()
    }

    private func serve(_ controlPlane: ControlPlane, launcher: BrowserLauncher, key: AdminKey, folder: String)
        async throws
    {
        let server = MartletServer(controlPlane: controlPlane, settings: serverSettings, logger: logger) { port in
            announce(port: port, key: key, folder: folder)
        }
        // Ended from the last to the first: runs are sealed while streams and reads still work, then the doors go, then the guard.
        let services: [any Service] = [LauncherService(launcher), server, ControlPlaneService(controlPlane)]
        var group = ServiceGroupConfiguration(
            services: services,
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        group.maximumGracefulShutdownDuration = .seconds(60)
        try await ServiceGroup(configuration: group).run()
    }

    /// The folder for all that is kept, readable by the owner, passable for the browsers' own user.
    private func prepareDataFolder() throws -> String {
        let folder = URL(fileURLWithPath: configuration.dataFolder).standardizedFileURL.path
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o711]
            )
        } catch {
            throw SettingError(setting: "dataDir", allowed: "a folder that can be made and written: \(folder)")
        }
        return folder
    }

    private func announce(port: Int, key: AdminKey, folder: String) {
        let isThisMachine = ["0.0.0.0", "::", "127.0.0.1"].contains(configuration.host)
        // RFC 3986, section 3.2.2.
        let literal = configuration.host.contains(":") ? "[\(configuration.host)]" : configuration.host
        let host = isThisMachine ? "localhost" : literal
        Progress.line("Martlet serves on http://\(host):\(port), and keeps its data in \(folder)")
        Progress.line("The dashboard: http://\(host):\(port)/ (`martlet open` opens it signed in)")
        if key.isNew {
            Progress.line("The admin key, shown this once and kept in \(folder)/admin.key: \(key.secret.value)")
        }
    }
}

extension Server {
    private var controlPlaneSettings: ControlPlaneSettings {
        let parameters = Redaction.defaultParameters.union(configuration.redactedQueryParameters)
        let recorder = RecorderSettings(
            redaction: Redaction(parameters: parameters),
            dialogTimeout: configuration.dialogTimeout,
            writesActivity: configuration.writesActivity
        )
        return ControlPlaneSettings(
            maximumActiveRuntimes: configuration.maximumRuntimes,
            recorder: recorder,
            files: configuration.files,
            capturesFiles: configuration.capturesFiles,
            recordings: configuration.recordings,
            exports: configuration.exports,
            liveViews: configuration.liveViews
        )
    }

    private func browserConfiguration(_ folder: String) -> BrowserConfiguration {
        var browsers = BrowserConfiguration(
            root: folder + "/browsers",
            executable: configuration.chromium,
            user: configuration.browserUser
        )
        browsers.parentMayBeOpened = true
        return browsers
    }

    private var serverSettings: ServerSettings {
        ServerSettings(
            host: configuration.host,
            port: configuration.port,
            publicURL: configuration.publicURL,
            allowedOrigins: configuration.allowedOrigins,
            frameAncestors: configuration.frameAncestors
        )
    }
}
