extension TrafficReader {
    typealias Route = @Sendable (inout TrafficReader, Incoming, inout [Action]) -> Void

    /// The CDP events that matter; all others are skipped unparsed.
    static let routes: [String: Route] = [
        "Runtime.consoleAPICalled": { reader, incoming, actions in reader.consoleCalled(incoming, into: &actions) },
        "Runtime.exceptionThrown": { reader, incoming, actions in reader.exceptionThrown(incoming, into: &actions) },
        "Runtime.bindingCalled": { reader, incoming, actions in reader.bindingCalled(incoming, into: &actions) },
        "Log.entryAdded": { reader, incoming, actions in reader.logEntryAdded(incoming, into: &actions) },
        "Network.requestWillBeSent": { reader, incoming, actions in reader.requestWillBeSent(incoming, into: &actions)
        },
        "Network.requestServedFromCache": { reader, incoming, _ in reader.requestServedFromCache(incoming) },
        "Network.responseReceived": { reader, incoming, actions in reader.responseReceived(incoming, into: &actions) },
        "Network.responseReceivedExtraInfo": { reader, incoming, actions in
            reader.responseReceivedExtraInfo(incoming, into: &actions)
        },
        "Network.dataReceived": { reader, incoming, actions in reader.dataReceived(incoming, into: &actions) },
        "Network.loadingFinished": { reader, incoming, actions in reader.loadingFinished(incoming, into: &actions) },
        "Network.loadingFailed": { reader, incoming, actions in reader.loadingFailed(incoming, into: &actions) },
        "Network.webSocketCreated": { reader, incoming, actions in reader.webSocketCreated(incoming, into: &actions) },
        "Network.webSocketWillSendHandshakeRequest": { reader, incoming, actions in
            reader.webSocketHandshakeSent(incoming, into: &actions)
        },
        "Network.webSocketHandshakeResponseReceived": { reader, incoming, actions in
            reader.webSocketHandshakeAnswered(incoming, into: &actions)
        },
        "Network.webSocketFrameError": { reader, incoming, actions in reader.webSocketFailed(incoming, into: &actions)
        },
        "Network.webSocketClosed": { reader, incoming, actions in reader.webSocketClosed(incoming, into: &actions) },
        "Fetch.requestPaused": { reader, incoming, actions in reader.requestPaused(incoming, into: &actions) },
        "Fetch.authRequired": { reader, incoming, actions in reader.authRequired(incoming, into: &actions) },
        "Page.frameStartedNavigating": { reader, incoming, actions in
            reader.frameStartedNavigating(incoming, into: &actions)
        },
        "Page.frameNavigated": { reader, incoming, actions in reader.frameNavigated(incoming, into: &actions) },
        "Page.navigatedWithinDocument": { reader, incoming, actions in
            reader.navigatedWithinDocument(incoming, into: &actions)
        },
        "Page.frameDetached": { reader, incoming, actions in reader.frameDetached(incoming, into: &actions) },
        "Page.javascriptDialogOpening": { reader, incoming, actions in reader.dialogOpening(incoming, into: &actions) },
        "Page.javascriptDialogClosed": { reader, incoming, actions in reader.dialogClosed(incoming, into: &actions) },
        "Browser.downloadWillBegin": { reader, incoming, actions in reader.downloadWillBegin(incoming, into: &actions)
        },
        "Browser.downloadProgress": { reader, incoming, actions in reader.downloadProgress(incoming, into: &actions) },
        "Inspector.targetCrashed": { reader, incoming, actions in reader.sessionCrashed(incoming, into: &actions) },
        "Inspector.targetReloadedAfterCrash": { reader, incoming, _ in reader.targetReloaded(incoming) },
        "Inspector.workerScriptLoaded": { reader, incoming, _ in reader.workerScriptLoaded(incoming) },
        "Target.targetCrashed": { reader, incoming, actions in reader.targetCrashed(incoming, into: &actions) },
        "Target.attachedToTarget": { reader, incoming, actions in reader.attachedToTarget(incoming, into: &actions) },
        "Target.detachedFromTarget": { reader, incoming, actions in reader.detachedFromTarget(incoming, into: &actions)
        },
        "Target.targetCreated": { reader, incoming, _ in reader.targetInfoChanged(incoming) },
        "Target.targetInfoChanged": { reader, incoming, _ in reader.targetInfoChanged(incoming) },
        "Target.targetDestroyed": { reader, incoming, actions in reader.targetDestroyed(incoming, into: &actions) },
    ]
}
