/// What each ffmpeg is told.
enum FFmpegOptions {
    static let quiet = ["-hide_banner", "-loglevel", "error", "-nostats", "-nostdin", "-y"]
    /// JPEGs as a ``MatroskaStream``, decoded on one thread.
    static let pictures = [
        "-threads", "1", "-f", "matroska", "-i", "pipe:0", "-an", "-sn", "-dn", "-map_metadata", "-1",
    ]
    /// Each picture has a picture of the output, at its own millisecond.
    static let exactTimes = ["-fps_mode", "passthrough", "-enc_time_base", "1:1000"]
}
