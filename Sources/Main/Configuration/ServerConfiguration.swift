import ControlPlane
import Foundation
import LiveView
import Logging
import Martlet
import Model
import Recorder

/// What an operator may set, from flags, environment (`MARTLET_*`) or file, in this order.
///
/// A setting `dataDir` is the flag `--data-dir`, the variable `MARTLET_DATA_DIR` and the member `dataDir` of the file.
struct ServerConfiguration: Sendable {
    let host: String
    /// 0 lets the system choose.
    let port: Int
    let dataFolder: String
    /// The operator's own key; nil: the one in the data folder, which the first start makes.
    let apiKey: String?
    /// The browser's executable; nil: the first one found.
    let chromium: String?
    /// The user that browsers run as when the server is root; nil: see the Chromium room.
    let browserUser: String?
    let maximumRuntimes: Int
    /// Where agents and browsers reach this server from outside, `https://martlet.example`; nil: the address they came by.
    let publicURL: String?
    /// Origins of web pages that may read answers and streams.
    let allowedOrigins: [String]
    /// Who may put the viewers' pages into a frame.
    let frameAncestors: [String]
    let dialogTimeout: Duration
    let liveViews: LiveViewSettings
    /// Whether the activity of runs is written beside their events.
    let writesActivity: Bool
    /// Names of query parameters whose values are not recorded, beside those of ``RecorderSettings``.
    let redactedQueryParameters: [String]
    /// How large files and spaces may be.
    let files: FileSettings
    /// Whether and how runs are recorded, and for how long that is kept.
    let recordings: RecordingSettings
    /// How videos are made of recordings.
    let exports: ExportSettings
    /// Where the bytes of files are kept.
    let fileStore: FileStoreChoice
    /// Whether screenshots and PDFs of agents become files.
    let capturesFiles: Bool
    let logLevel: Logger.Level

    init(_ reader: SettingReader) throws(SettingError) {
        host = try reader.text("host") ?? "127.0.0.1"
        port = try reader.integer("port", in: 0...65_535) ?? 8787
        dataFolder = try reader.text("dataDir") ?? Martlet.LocalServer().dataFolder
        apiKey = try reader.text("apiKey")
        chromium = try reader.text("chromium")
        browserUser = try reader.text("browserUser")
        maximumRuntimes = try reader.integer("maxRuntimes", in: 1...10_000) ?? 16
        publicURL = try reader.text("publicUrl")
        allowedOrigins = try reader.list("allowedOrigins")
        frameAncestors = try reader.frameAncestors()
        dialogTimeout = .seconds(try reader.integer("dialogTimeoutSeconds", in: 1...3600) ?? 5)
        liveViews = LiveViewSettings(
            viewerTimeout: .seconds(try reader.integer("viewerTimeoutSeconds", in: 1...3600) ?? 60)
        )
        writesActivity = try reader.isOn("activity") ?? true
        redactedQueryParameters = try reader.list("redactedQueryParameters")
        files = FileSettings(
            maximumFileBytes: Int64(
                try reader.integer("maxFileBytes", in: 1...Int.max) ?? Int(FileSettings.defaultMaximumFileBytes)
            ),
            maximumSpaceBytes: try reader.integer("maxSpaceBytes", in: 1...Int.max).map(Int64.init)
        )
        recordings = RecordingSettings(
            folder: dataFolder + "/recordings",
            isOn: try reader.isOn("recording") ?? true,
            screencast: ScreencastSettings(
                framesPerSecond: try reader.integer(
                    "recordingFramesPerSecond",
                    in: RecordingConfig.framesPerSecondRange
                ) ?? ScreencastSettings.defaultFramesPerSecond,
                quality: try reader.integer("recordingQuality", in: RecordingConfig.qualityRange)
                    ?? ScreencastSettings.defaultQuality
            ),
            retentionDays: try reader.integer("recordingRetentionDays", in: 0...36_500)
                ?? RecordingSettings.defaultRetentionDays,
            archiveAfterHours: try reader.integerOrOff("recordingArchiveAfterHours", in: 0...876_000)
        )
        exports = ExportSettings(
            ffmpeg: try reader.text("ffmpeg"),
            searchPath: ProcessInfo.processInfo.environment["PATH"] ?? ExportSettings.defaultSearchPath,
            atOnce: try reader.integer("recordingExports", in: ExportSettings.atOnceRange) ?? 1
        )
        fileStore = try FileStoreChoice(reader, environment: ProcessInfo.processInfo.environment)
        capturesFiles = try reader.isOn("captureFiles") ?? true
        logLevel = try reader.choice("logLevel", of: Logger.Level.self) ?? .info
        try reader.requireNoOthers()
    }
}
