import JSON
import Model

extension TrafficReader {
    /// CDP `Page.frameStartedNavigating`: a frame is on its way to another document. Changes within a document have no start.
    mutating func frameStartedNavigating(_ incoming: Incoming, into actions: inout [Action]) {
        guard let frame = incoming.string("frameId"), let url = incoming.string("url"),
            let loader = incoming.string("loaderId"), !navigations.isPending(loader)
        else { return }
        let type = incoming.string("navigationType")
        guard type != "sameDocument", type != "historySameDocument" else { return }
        let place = targets.place(of: incoming.session)
        navigations.begin(
            .init(loaderID: loader, frameID: frame, url: url, place: place, startedAt: incoming.now, errorText: nil)
        )
        var data = navigation(to: url, of: frame, in: place)
        data.put("navigationType", type == "differentDocument" ? nil : type)
        actions.append(place.event(.navigation, .started, at: incoming.now, name: URLText.path(of: url), data))
    }

    /// CDP `Page.frameNavigated`: a document has been committed; with `unreachableUrl` it is the browser's error page.
    /// An error page may be told of twice.
    mutating func frameNavigated(_ incoming: Incoming, into actions: inout [Action]) {
        guard let frame = incoming.params["frame"], let id = frame["id"]?.stringValue,
            let loader = frame["loaderId"]?.stringValue, navigations.frames[id]?.loaderID != loader
        else { return }
        let url = (frame["url"]?.stringValue ?? "") + (frame["urlFragment"]?.stringValue ?? "")
        let place = targets.place(of: incoming.session)
        let pending = navigations.end(loader)
        forgetCrash(of: id)
        noteLoadError(of: id, frame, pending)
        if let asked = frame["unreachableUrl"]?.stringValue {
            fail(pending, url: asked, frame: id, in: place, at: incoming.now, into: &actions)
        } else if pending != nil || url != "about:blank" {
            var data = navigation(to: url, of: id, in: place)
            data.put("mimeType", frame["mimeType"]?.stringValue)
            data.mark("fromBackForwardCache", incoming.string("type") == "BackForwardCacheRestore")
            let seconds = pending.map { max(0, incoming.now.seconds(since: $0.startedAt)) }
            let name = URLText.path(of: url)
            actions.append(
                place.event(.navigation, .finished, at: incoming.now, name: name, durationSeconds: seconds, data)
            )
        }
        if let pending {
            endNavigations(at: incoming.now, into: &actions) { $0.frameID == id && $0.startedAt < pending.startedAt }
        }
        navigations.show(url, loader: loader, in: id, page: place.pageID)
        if id == place.pageID { leaveRequests(of: id, for: loader, at: incoming.now, into: &actions) }
    }

    private mutating func noteLoadError(of id: String, _ frame: JSON, _ pending: NavigationBook.Pending?) {
        let failed = frame["unreachableUrl"]?.stringValue != nil
        targets.note(page: id, loadError: failed ? pending?.errorText ?? "net::ERR_FAILED" : nil)
    }

    /// CDP `Page.navigatedWithinDocument`: the history API, or a fragment.
    mutating func navigatedWithinDocument(_ incoming: Incoming, into actions: inout [Action]) {
        guard let frame = incoming.string("frameId"), let url = incoming.string("url") else { return }
        let place = targets.place(of: incoming.session)
        let title = frame == place.pageID ? title(of: frame) : nil
        var data = navigation(to: url, of: frame, in: place)
        data.put("title", title)
        data.put("sameDocument", true)
        data.put("navigationType", incoming.string("navigationType"))
        let name = title ?? URLText.path(of: url)
        actions.append(place.event(.navigation, .finished, at: incoming.now, name: name, data))
        navigations.show(url, loader: nil, in: frame, page: place.pageID)
    }

    mutating func frameDetached(_ incoming: Incoming, into actions: inout [Action]) {
        guard let frame = incoming.string("frameId"), incoming.string("reason") != "swap" else { return }
        endNavigations(at: incoming.now, into: &actions) { $0.frameID == frame }
        navigations.forget(frame: frame)
    }

    /// The request of a document has failed. What the browser gave up (a download, status 204, another navigation) shows no error page.
    mutating func documentFailed(
        loader: String,
        _ errorText: String,
        canceled: Bool,
        at time: Timestamp,
        into actions: inout [Action]
    ) {
        guard navigations.isPending(loader) else { return }
        navigations.note(errorText, of: loader)
        guard canceled || errorText == "net::ERR_ABORTED", let ended = navigations.end(loader) else { return }
        fail(ended, url: ended.url, frame: ended.frameID, in: ended.place, at: time, into: &actions)
    }

    /// Somebody has declined to leave a page. CDP does not say that a navigation ends by this; it is one that has not asked for its document yet.
    mutating func stay(on page: String?, at now: Timestamp, into actions: inout [Action]) {
        let requests = network.open
        endNavigations(at: now, into: &actions) { $0.place.pageID == page && requests[$0.loaderID] == nil }
    }

    mutating func endNavigations(
        at now: Timestamp,
        into actions: inout [Action],
        where ended: (NavigationBook.Pending) -> Bool
    ) {
        for navigation in navigations.removeAll(where: ended) {
            let (url, frame, place) = (navigation.url, navigation.frameID, navigation.place)
            fail(navigation, url: url, frame: frame, in: place, at: now, into: &actions)
        }
    }

    private func fail(
        _ pending: NavigationBook.Pending?,
        url: String,
        frame: String,
        in place: Place,
        at time: Timestamp,
        into actions: inout [Action]
    ) {
        var data = navigation(to: url, of: frame, in: place)
        data.put("errorText", pending?.errorText ?? "net::ERR_ABORTED")
        let seconds = pending.map { max(0, time.seconds(since: $0.startedAt)) }
        let name = URLText.path(of: url)
        let time = max(time, pending?.startedAt ?? time)
        actions.append(place.event(.navigation, .failed, at: time, name: name, durationSeconds: seconds, data))
    }

    private func navigation(to url: String, of frame: String, in place: Place) -> EventData {
        var data = EventData()
        data.put("url", url)
        data.put("fromUrl", navigations.frames[frame]?.url)
        data.put("frameId", frame)
        data.put("mainFrame", frame == place.pageID)
        return data
    }

    /// The title of a page; nil while it is only the address in another form, as the browser gives it before there is one.
    private func title(of page: String) -> String? {
        guard let page = targets.page(page), !page.title.isEmpty, !page.url.contains(page.title) else { return nil }
        return page.title
    }
}
