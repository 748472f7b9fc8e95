import Model

/// Names of screenshots and PDFs.
enum CaptureName {
    /// `screenshot-3.png`, counted in the run; a PDF is called as its page, else `page-2.pdf`.
    /// - Parameter ending: what the bytes are.
    static func of(_ ask: CaptureAsk, number: Int, title: String, ending: String) -> FileName {
        switch ask.kind {
        case .screenshot: FileName(suggested: "screenshot-\(number).\(ending)")
        case .pdf:
            FileName(suggested: title.isEmpty ? "page-\(number).pdf" : "\(title.replacing("/", with: "-")).pdf")
        }
    }

    /// What a picture is, by its first bytes.
    static func ending(of bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpg" }
        if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) { return "webp" }
        return "png"
    }
}
