import Foundation

/// Whether the programs and fonts are there that a server needs.
struct ProgramChecks {
    /// Given with `--chromium` or `$MARTLET_CHROMIUM`; nil: the first of ``usualBrowsers``.
    let chromium: String?

    /// Where a server looks for a browser, in its order. A test sees to it that both lists are the same.
    static let usualBrowsers = [
        "/usr/lib/chromium/chromium-headless-shell",
        "/usr/lib/chromium/chromium",
        "/usr/lib/chromium-browser/chromium-browser",
        "/opt/google/chrome/chrome",
        "/opt/chromium/chrome",
    ]

    func findings() -> [Finding] { [browser, ffmpeg, fonts] }

    private var browser: Finding {
        let advice = "Install it: `apt-get install chromium-headless-shell`, or name one with MARTLET_CHROMIUM."
        let found = Tool(anyOf: chromium.map { [$0] } ?? Self.usualBrowsers)
        guard let tool = found else { return .bad("browser", chromium ?? "none is installed", advice) }
        guard let version = tool.output(["--version"])?.split(separator: "\n").first else {
            return .bad("browser", "\(tool.path) does not start", "See what it says: \(tool.path) --version")
        }
        return .good("browser", "\(version.trimmingCharacters(in: .whitespaces)), \(tool.path)")
    }

    private var ffmpeg: Finding {
        let advice = "Needed for videos of recordings only: `apt-get install ffmpeg`."
        guard let tool = Tool("ffmpeg") else { return .warning("ffmpeg", "not installed", advice) }
        guard let encoders = tool.output(["-hide_banner", "-encoders"]) else {
            return .warning("ffmpeg", "\(tool.path) does not start", advice)
        }
        let missing = ["libx264", "libvpx-vp9"].filter { !encoders.contains($0) }
        guard missing.isEmpty else {
            return .warning("ffmpeg", "\(tool.path) lacks \(missing.joined(separator: ", "))", advice)
        }
        return .good("ffmpeg", "\(tool.path), for MP4 and WebM")
    }

    private var fonts: Finding {
        let advice =
            "Pages will show boxes for letters: `apt-get install fonts-liberation fonts-noto-color-emoji fonts-noto-cjk`."
        guard let list = Tool("fc-list")?.output([":", "family"]) else {
            let isThere = FileManager.default.fileExists(atPath: "/usr/share/fonts")
            return .warning("fonts", isThere ? "fontconfig is not installed" : "no fonts are installed", advice)
        }
        let families = Set(list.split(separator: "\n"))
        guard !families.isEmpty else { return .warning("fonts", "no fonts are installed", advice) }
        let missing = [("emoji", "emoji"), ("Chinese, Japanese and Korean", "CJK")].filter { _, mark in
            !families.contains { $0.localizedCaseInsensitiveContains(mark) }
        }
        guard missing.isEmpty else {
            return .warning(
                "fonts",
                "\(families.count) families, none for \(missing.map(\.0).joined(separator: " or "))",
                advice
            )
        }
        return .good("fonts", "\(families.count) families, also for emoji and CJK")
    }
}
