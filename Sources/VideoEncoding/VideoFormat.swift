/// The kinds of video that can be made.
public enum VideoFormat: String, Sendable, CaseIterable {
    /// H.264, 4:2:0, with its index before the pictures, so that it plays while it is being loaded.
    case mp4
    /// VP9.
    case webm

    public var contentType: String {
        switch self {
        case .mp4: "video/mp4"
        case .webm: "video/webm"
        }
    }

    /// What ffmpeg is told of the encoder and the container. Without B-frames, so that each picture's length is known when it is written.
    var arguments: [String] {
        switch self {
        case .mp4:
            [
                "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-bf", "0", "-movflags", "+faststart",
                "-video_track_timescale", "1000", "-f", "mp4",
            ]
        case .webm:
            [
                "-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-row-mt", "1", "-crf", "32",
                "-b:v", "0", "-f", "webm",
            ]
        }
    }
}
