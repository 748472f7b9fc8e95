import CDP
import JSON
import Logging

/// Chromium tells of a new address (CDP `Target.targetInfoChanged`), but not of a title that the page gets later.
extension RunRecorder {
    /// Asks for the titles a little after a page went to another address, when it may have one.
    func planTitles() {
        for pause in [300, 1500] { after(.milliseconds(pause)) { recorder, _ in recorder.readTitles() } }
    }

    func readTitles() {
        Task { await askTitles() }
    }

    private func askTitles() async {
        let answer: JSON
        do throws(CDPError) { answer = try await connection.call("Target.getTargets") } catch {
            return logger.debug("Titles not read: \(error)")
        }
        guard !isClosed else { return }
        for info in answer["targetInfos"]?.arrayValue ?? [] {
            // An answer may be older than what has been read since: it counts for the address that it names.
            guard let id = info["targetId"]?.stringValue, let page = reader.targets.page(id),
                let title = info["title"]?.stringValue, info["url"]?.stringValue == page.url
            else { continue }
            reader.targets.update(page: id, url: page.url, title: title)
        }
        updateScreencast()
    }
}
