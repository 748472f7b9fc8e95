import JSON
import Model

extension TrafficReader {
    /// Points the downloads of a context ("": the default one) at our folder, unless a client refuses them.
    ///
    /// CDP `Browser.setDownloadBehavior` holds for one context, and the last connection to set it wins. `allowAndName` names a file by its guid.
    func setDownloads(in context: String, into actions: inout [Action]) {
        guard !downloads.denied.contains(context) else { return }
        var params: JSONObject = [
            "behavior": "allowAndName", "downloadPath": .string(downloadFolder), "eventsEnabled": true,
        ]
        if !context.isEmpty { params["browserContextId"] = .string(context) }
        actions.append(.send("Browser.setDownloadBehavior", params, in: nil))
    }

    mutating func downloadWillBegin(_ incoming: Incoming, into actions: inout [Action]) {
        guard let guid = incoming.string("guid"), !downloads.open.contains(where: { $0.guid == guid }) else { return }
        let page = incoming.string("frameId").flatMap { navigations.frames[$0]?.pageID ?? targets.page($0)?.id }
        let context = downloadContext(targets.context(ofPage: page))
        let download = DownloadBook.Open(
            guid: guid,
            url: incoming.string("url") ?? "",
            name: incoming.string("suggestedFilename") ?? "",
            place: place(ofPage: page),
            startedAt: incoming.now,
            context: context,
            folder: downloads.folders[context]?.path,
            received: 0
        )
        downloads.open.append(download)
        if let named = download.named { actions.append(.expectDownload(named)) }
        actions.append(
            download.place.event(.download, .started, at: incoming.now, name: download.name, download.data)
        )
    }

    /// CDP `Browser.downloadProgress`. The browser says `canceled` of what the server breaks off, too.
    mutating func downloadProgress(_ incoming: Incoming, into actions: inout [Action]) {
        guard let index = downloads.open.firstIndex(where: { $0.guid == incoming.string("guid") }) else { return }
        let received = ByteCount.of(incoming.params["receivedBytes"])
        downloads.open[index].received = max(downloads.open[index].received, received)
        guard let state = incoming.string("state"), state != "inProgress" else { return }
        let download = downloads.open.remove(at: index)
        let error = state == "completed" ? nil : downloads.wasCancelled(download) ? "canceled" : "interrupted"
        finish(download, error: error, path: incoming.string("filePath"), at: incoming.now, into: &actions)
    }

    mutating func endDownloads(at now: Timestamp, into actions: inout [Action]) {
        for download in downloads.open { finish(download, error: "interrupted", path: nil, at: now, into: &actions) }
        downloads.open.removeAll()
    }

    private func finish(
        _ download: DownloadBook.Open,
        error: String?,
        path: String?,
        at now: Timestamp,
        into actions: inout [Action]
    ) {
        var data = download.data
        data.put("sizeBytes", download.received)
        data.put("errorText", error)
        if download.folder != nil { actions.append(.endDownload(download.guid, isWhole: error == nil)) }
        let seconds = max(0, now.seconds(since: download.startedAt))
        let status: EventStatus = error == nil ? .finished : .failed
        let name = download.name
        let event = download.place.event(.download, status, at: now, name: name, durationSeconds: seconds, data)
        guard error == nil, keepsDownloads, case .event(let draft) = event else { return actions.append(event) }
        let place = path ?? "\(downloadFolder)/\(download.guid)"
        actions.append(.keep(FinishedDownload(path: place, suggestedName: download.name, event: draft)))
    }

    private func place(ofPage page: String?) -> Place {
        guard let page else { return Place() }
        return targets.sessions.values.first { $0.targetID == page }?.place ?? Place(pageID: page)
    }
}

extension DownloadBook.Open {
    fileprivate var named: NamedDownload? { folder.map { NamedDownload(guid: guid, folder: $0, name: name) } }

    fileprivate var data: EventData {
        var data = EventData()
        data.put("downloadId", guid)
        data.put("url", url)
        data.put("suggestedName", name)
        return data
    }
}
