import JSON
import Model
import VideoEncoding

extension ControlPlaneError {
    static func exportNotFound(_ id: RecordingExportID) -> Self {
        Self(.recordingExportNotFound, "There is no export \(id) of this run.", details: ["exportId": .string("\(id)")])
    }

    static var tooManyExports: Self {
        Self(
            .tooManyRecordingExports,
            "\(RecordingExports.longestQueue) exports wait already.",
            hint: "Wait until some are done."
        )
    }

    static func emptySpan(end: Int64) -> Self {
        Self(
            .requestInvalid,
            "The span has no length within the recording, which reaches from second 0 to \(seconds(end)).",
            details: ["field": "fromSeconds", "durationSeconds": .number(Double(end) / 1000)]
        )
    }

    private static func seconds(_ milliseconds: Int64) -> String { JSON.number(Double(milliseconds) / 1000).text }

    /// What a caller is told when a video was not made; the log has the rest.
    static func export(_ error: VideoError) -> Self {
        switch error.code {
        case .encoderMissing:
            Self(
                .ffmpegMissing,
                error.message,
                hint: "Install it (Debian: `apt-get install ffmpeg`) or name it by the setting `ffmpeg`. "
                    + "Recording and replay do not need it."
            )
        case .full: Self(.storageUnavailable, "There is no space for the video.")
        case .failed: Self(.recordingExportFailed, error.message)
        }
    }
}
