import FrameLog
import JSON
import Model

extension ControlPlaneError {
    static func recordingNotAvailable(_ id: RunID) -> Self {
        Self(
            .recordingNotAvailable,
            "There is no recording of run \(id).",
            hint: "Nothing was recorded, or it was deleted when its time was over.",
            details: ["runId": .string(id.description)]
        )
    }

    static func noSuchPage(_ page: String) -> Self {
        Self(.targetNotFound, "The recording has no pictures of a page \(page).", details: ["pageId": .string(page)])
    }

    static func runActive(_ id: RunID) -> Self {
        Self(
            .runActive,
            "The run goes on.",
            hint: "Stop the runtime first.",
            details: ["runId": .string(id.description)]
        )
    }

    static func unreadable(_ id: RunID, _ error: FrameLogError) -> Self {
        switch error.code {
        case .notFound: recordingNotAvailable(id)
        case .decoderMissing:
            Self(
                .ffmpegMissing,
                error.message,
                hint: "Install ffmpeg (Debian: `apt-get install ffmpeg`) or name it by the setting `ffmpeg`.",
                details: ["runId": .string(id.description)]
            )
        case .unavailable, .full:
            Self(
                .storageUnavailable,
                "The recording cannot be read now.",
                hint: "Try again; the server's log says more.",
                details: ["runId": .string(id.description)]
            )
        case .damaged, .newerVersion:
            Self(.recordingUnreadable, error.message, details: ["runId": .string(id.description)])
        }
    }
}
