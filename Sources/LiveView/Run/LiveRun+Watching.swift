import JSON
import Model
import Recorder

/// What the browser tells while somebody watches.
extension LiveRun {
    private static let methods: Set<String> = [
        "Page.javascriptDialogOpening", "Page.javascriptDialogClosed", "Page.fileChooserOpened",
        "Runtime.bindingCalled",
        "Target.attachedToTarget", "Page.frameNavigated", "Page.domContentEventFired", "Page.loadEventFired",
    ]

    /// The first viewer has come. What the browser tells is listened to from now on, to the run's end, so that a dialog that opens while nobody
    /// watches is there for the next one; those that are open already, the recorder knows.
    func open() {
        pages = frames.pages
        watching = Task { await watchPages() }
        for page in pages { learnIcon(of: page.id) }
        // A page may have come while the holder's line was down.
        if control.holder != nil { Task { await arm() } }
        guard reading == nil else { return }
        let (stream, continuation) = AsyncStream.makeStream(
            of: BrowserNews.self,
            bufferingPolicy: .bufferingNewest(1024)
        )
        recorder.watch(Self.methods) { continuation.yield($0) }
        reading = Task {
            await learnDialogs()
            for await news in stream { await read(news) }
        }
    }

    private func watchPages() async {
        var reader = frames.reader(of: "")
        while !Task.isCancelled {
            switch await reader.next(timeout: .seconds(60)) {
            case .pages(let pages): await changed(pages)
            case .ended: return
            case .frame, .idle: continue
            }
        }
    }

    private func changed(_ pages: [PageTarget]) async {
        let added = pages.filter { page in !self.pages.contains { $0.id == page.id } }
        let altered = pages.filter { page in !self.pages.contains { $0.isAt(page.url, title: page.title, page.id) } }
        let crashed = pages.contains { page in page.crashed && !self.pages.contains { $0.id == page.id && $0.crashed } }
        self.pages = pages
        let ids = Set(pages.map(\.id))
        dialogs.removeAll { !ids.contains($0.page) }
        pageIcons = pageIcons.filter { ids.contains($0.key) }
        for page in altered { learnIcon(of: page.id) }
        if let page = select?.page, !ids.contains(page) { select = nil }
        if let page = chooser?.page, !ids.contains(page) { chooser = nil }
        for viewer in viewers.values {
            if let watched = viewer.watchedPage, !ids.contains(watched) { viewer.watch(nil) }
        }
        announce()
        if crashed { tellOfCrash() }
        for page in added where control.holder != nil { await arm(page: page.id) }
    }

    private func tellOfCrash() {
        let notice = Self.notice("page_crashed", "The page has crashed. Reload it to go on.")
        for viewer in viewers.values { viewer.outbox.put(notice) }
    }

    private func read(_ news: BrowserNews) async {
        switch news.method {
        case "Page.javascriptDialogOpening", "Page.javascriptDialogClosed": return await learnDialogs()
        case "Page.fileChooserOpened": chooserOpened(news)
        case "Runtime.bindingCalled": return report(news)
        case "Target.attachedToTarget":
            if let session = news.params["sessionId"]?.stringValue, news.params["targetInfo"]?["type"] == "iframe" {
                Task { await arm(session: session) }
            }
            return
        case "Page.frameNavigated": return navigated(news)
        case "Page.domContentEventFired", "Page.loadEventFired": return learnIcon(of: news.page)
        default: return
        }
        announce()
    }

    /// What a person has opened goes with its document.
    private func navigated(_ news: BrowserNews) {
        let isMain = news.params["frame"]?["parentId"] == nil
        if isMain, let url = news.params["frame"]?["url"]?.stringValue { forgetIcon(of: news.page, unlessAt: url) }
        guard isMain, select?.page == news.page || chooser?.page == news.page else { return }
        if select?.page == news.page { select = nil }
        if chooser?.page == news.page { chooser = nil }
        announce()
    }

    /// The recorder knows the dialogs that are open; the news only tell when to ask it.
    private func learnDialogs() async {
        let before = dialogs.map(\.id)
        dialogs = await recorder.openDialogs
        if dialogs.map(\.id) != before { announce() }
    }

    private func chooserOpened(_ news: BrowserNews) {
        guard control.holder != nil, let node = news.params["backendNodeId"]?.integerValue else { return }
        chooser = OpenChooser(
            id: nextNumber(),
            page: news.page,
            session: news.session,
            node: node,
            isMultiple: news.params["mode"]?.stringValue == "selectMultiple"
        )
    }

    private func report(_ news: BrowserNews) {
        guard control.holder != nil, news.params["name"]?.stringValue == PageHelper.binding,
            let payload = news.params["payload"]?.stringValue, let report = try? JSON.parse(payload)
        else { return }
        switch report["k"]?.stringValue {
        case "cursor":
            let message: JSON = [
                "type": "cursor", "pageId": .string(news.page), "cursor": report["cursor"] ?? "default",
            ]
            for viewer in viewers.values where control.isHeld(by: viewer.lease.id) { viewer.outbox.put(message) }
        case "select":
            guard let context = news.params["executionContextId"] else { return }
            Task { await selectOpened(report, in: ScriptPlace(session: news.session, context: context), of: news.page) }
        default: break
        }
    }
}

extension LiveRun {
    private func selectOpened(_ report: JSON, in place: ScriptPlace, of page: String) async {
        let box = await box(of: "martletHelper.boxes[0]", in: place) ?? PageBox(x: 0, y: 0, width: 0, height: 0)
        guard control.holder != nil else { return }
        select = OpenSelect(id: nextNumber(), page: page, place: place, box: box, report: report)
        announce()
    }
}

extension PageTarget {
    fileprivate func isAt(_ url: String, title: String, _ id: String) -> Bool {
        self.id == id && self.url == url && self.title == title
    }
}
