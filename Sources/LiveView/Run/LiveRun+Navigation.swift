import CDP
import JSON
import Model
import Recorder

/// Addresses and tabs.
extension LiveRun {
    /// - Throws: ``Refusal`` at once for a bad address; what the browser refuses is told later, since a page may ask before it is left.
    func navigate(_ navigation: ViewerInput.Navigation, _ page: String?, by viewer: Viewer) async throws(Refusal) {
        let (page, sessions) = try await place(of: viewer, page: page)
        switch navigation {
        case .to(let url):
            send("Page.navigate", ["url": .string(try TypedAddress.whole(url))], page, sessions, viewer)
        case .reload: send("Page.reload", [:], page, sessions, viewer)
        case .stop: send("Page.stopLoading", [:], page, sessions, viewer)
        case .back: step(-1, page, sessions, viewer)
        case .forward: step(1, page, sessions, viewer)
        }
    }

    /// Goes through the page's history (CDP `Page.getNavigationHistory`, `Page.navigateToHistoryEntry`).
    private func step(_ step: Int, _ page: String, _ sessions: RunRecorder.Sessions, _ viewer: Viewer) {
        let epoch = control.epoch
        Task {
            let history = try? await connection.call("Page.getNavigationHistory", session: sessions.page)
            let entries = history?["entries"]?.arrayValue ?? []
            let index = Int(history?["currentIndex"]?.integerValue ?? 0) + step
            guard entries.indices.contains(index), let entry = entries[index]["id"] else { return }
            guard control.epoch == epoch else { return }
            send("Page.navigateToHistoryEntry", ["entryId": entry], page, sessions, viewer)
        }
    }

    func change(_ tab: ViewerInput.TabInput, by viewer: Viewer) throws(Refusal) {
        switch tab {
        case .open(let url):
            let url = try url.map(TypedAddress.whole) ?? "about:blank"
            attempt("tab", "Target.createTarget", ["url": .string(url)], "", viewer) { recorder throws(CDPError) in
                _ = try await recorder.openPage(url, inFront: true)
            }
            viewer.watch(nil)
        case .close(let page):
            try check(page)
            attempt("tab", "Target.closeTarget", ["targetId": .string(page)], page, viewer) {
                recorder throws(CDPError) in
                try await recorder.closePage(page)
            }
        case .activate(let page):
            try check(page)
            attempt("tab", "Target.activateTarget", ["targetId": .string(page)], page, viewer) {
                recorder throws(CDPError) in
                try await recorder.bringPageToFront(page)
            }
            viewer.watch(nil)
        }
    }

    private func check(_ page: String) throws(Refusal) {
        guard pages.contains(where: { $0.id == page }) else { throw Refusal(.notFound, "The page is gone.") }
    }

    /// Does something that takes time, and tells the viewer when the browser refuses.
    private func attempt(
        _ type: String,
        _ method: String,
        _ params: JSONObject,
        _ page: String,
        _ viewer: Viewer,
        _ work: @escaping @Sendable (RunRecorder) async throws(CDPError) -> Void
    ) {
        recorder.announced(viewer: viewer.id, method: method, params: .object(params), page: page)
        Task {
            do throws(CDPError) {
                try await work(recorder)
            } catch {
                viewer.outbox.put(Self.refused(type, Refusal(.failed, "The browser refused: \(error.message)")))
            }
        }
    }
}
