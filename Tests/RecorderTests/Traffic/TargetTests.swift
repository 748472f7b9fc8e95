import JSON
import Model
import Testing

@testable import Recorder

@Suite struct TargetTests {
    @Test func `what workers do is counted once`() throws {
        let playback = try Playback(fixture: "workers")
        let lines = playback.texts(.consoleMessage, "text").filter { !$0.hasPrefix("fetch") }
        #expect(Set(lines).count == lines.count, "\(lines)")
        for line in ["w1 start", "w2", "imp", "sw1", "svc top", "install", "act", "blobw"] {
            #expect(lines.contains(line))
        }
        let errors = playback.texts(.pageError, "message")
        #expect(Set(errors).count == errors.count && errors.count == 6, "\(errors)")
    }

    @Test func `a worker's requests are those that reached the site`() throws {
        let paths = try Playback(fixture: "workers").requestedPaths
        for path in [
            "/js?n=w1", "/js?n=w2", "/js?n=imp", "/js?n=sw1", "/js?n=svc", "/cors?w1", "/cors?w2", "/cors?sw1",
        ] {
            #expect(paths.filter { $0 == "GET " + path }.count == 1, "\(path)")
        }
    }

    @Test func `dedicated workers belong to their page, shared and service workers to none`() throws {
        let playback = try Playback(fixture: "workers")
        func event(_ text: String) -> EventDraft? { playback.events.first { $0.data["text"]?.stringValue == text } }
        #expect(event("w2")?.pageID != nil && event("w2")?.pageID == event("w1 start")?.pageID)
        #expect(event("sw1")?.pageID == nil && event("sw1")?.data["workerType"] == "shared_worker")
        #expect(event("svc top")?.pageID == nil && event("svc top")?.data["workerType"] == "service_worker")
        #expect(playback.events(.pageCrash).isEmpty, "a shared worker that ends is no crash")
    }

    @Test func `a page has the title that its document tells once it is parsed`() throws {
        var playback = Playback()
        try playback.attachPage()
        try playback.read(
            "Target.targetInfoChanged",
            ["targetInfo": ["targetId": "p", "url": "http://shop/", "title": "shop/"]]
        )
        try playback.read(
            "Runtime.bindingCalled",
            [
                "name": "martletReport", "executionContextId": 1,
                "payload": #"{"k":"dom","t":1,"title":"Paper & Pin"}"#,
            ],
            session: "s"
        )
        #expect(playback.reader.targets.page("p")?.title == "Paper & Pin")
        #expect(playback.reader.targets.page("p")?.url == "http://shop/")
    }

    @Test func `frames of another process belong to their page`() throws {
        let playback = try Playback(fixture: "frames")
        #expect(playback.texts(.consoleMessage, "text").filter { $0.hasPrefix("f") || $0 == "srcdoc" }.count == 5)
        #expect(Set(playback.events(.consoleMessage).map(\.pageID)).count == 1)
        let frames = playback.events(.navigation, .finished).filter { $0.data["mainFrame"] == false }
        #expect(frames.count == 5, "two in their own process, two beside, one srcdoc; none for the empty frame")
        let failures = playback.texts(.consoleMessage, "text").filter { $0.hasPrefix("Failed to load") }
        #expect(failures.count == 1, "every session of a page is told, but it is one line")
    }

    @Test func `popups are on record from their first request and line`() throws {
        let playback = try Playback(fixture: "popups")
        let lines = playback.texts(.consoleMessage, "text").filter { $0.hasPrefix("popup") }.sorted()
        #expect(lines == ["popup ?a", "popup ?b", "popup ?c", "popup ?d"])
        #expect(playback.requestedPaths.filter { $0.contains("/p1?") }.count == 4)
        #expect(!playback.texts(.navigation, "url").contains("about:blank"))
    }

    @Test func `a new page is set up before it runs, and is the active one`() throws {
        var playback = Playback()
        try playback.attachPage()
        #expect(
            playback.sent.first == "Browser.setDownloadBehavior"
                && playback.sent.last == "Runtime.runIfWaitingForDebugger"
        )
        #expect(playback.reader.targets.pages == [PageTarget(id: "p", url: "about:blank", active: true)])
        let activate = AgentCommand(clientID: 1, method: "Target.activateTarget", sessionID: nil) { ["targetId": "x"] }
        playback.reader.read(activate, into: &playback.actions)
        #expect(playback.reader.targets.pages.filter(\.active).count == 1)
    }

    @Test func `a crash is told once`() throws {
        var playback = Playback()
        try playback.attachPage()
        try playback.read("Inspector.targetCrashed", [:], session: "s")
        try playback.read("Target.targetCrashed", ["targetId": "p", "status": "killed", "errorCode": 9])
        #expect(playback.events(.pageCrash).count == 1)
    }

    @Test func `a page that could not be opened says why until another is shown`() throws {
        var playback = Playback()
        try playback.attachPage()
        func goTo(_ loader: String, failing error: String?) throws {
            try playback.read(
                "Page.frameStartedNavigating",
                [
                    "frameId": "p", "loaderId": .string(loader), "url": "http://no.where/",
                    "navigationType": "differentDocument",
                ],
                session: "s"
            )
            var frame: JSONObject = ["id": "p", "loaderId": .string(loader), "url": "http://no.where/"]
            if let error {
                let request: JSON = ["url": "http://no.where/", "method": "GET", "headers": [:]]
                try playback.read(
                    "Network.requestWillBeSent",
                    [
                        "requestId": .string(loader), "loaderId": .string(loader), "frameId": "p", "type": "Document",
                        "request": request, "timestamp": 1, "wallTime": 1_795_476_000,
                    ],
                    session: "s"
                )
                try playback.read(
                    "Network.loadingFailed",
                    ["requestId": .string(loader), "timestamp": 2, "type": "Document", "errorText": .string(error)],
                    session: "s"
                )
                frame["unreachableUrl"] = "http://no.where/"
            }
            try playback.read("Page.frameNavigated", ["frame": .object(frame), "type": "Navigation"], session: "s")
        }
        try goTo("1", failing: "net::ERR_NAME_NOT_RESOLVED")
        #expect(playback.reader.targets.pages.map(\.loadError) == ["net::ERR_NAME_NOT_RESOLVED"])
        try goTo("2", failing: nil)
        #expect(playback.reader.targets.pages.map(\.loadError) == [nil])
    }

    @Test func `a page is crashed until it comes back, and not for a frame that crashes in it`() throws {
        var playback = Playback()
        try playback.attachPage()
        let frame: JSON = ["targetId": "f", "type": "iframe", "url": "http://other/", "browserContextId": "c"]
        try playback.read("Target.attachedToTarget", ["sessionId": "sf", "targetInfo": frame], session: "s")
        try playback.read("Inspector.targetCrashed", [:], session: "sf")
        #expect(playback.reader.targets.pages.map(\.crashed) == [false])
        #expect(playback.events(.pageCrash).map { $0.data["mainFrame"] } == [false])
        try playback.read("Inspector.targetCrashed", [:], session: "s")
        #expect(playback.reader.targets.pages.map(\.crashed) == [true])
        try playback.read("Inspector.targetReloadedAfterCrash", [:], session: "s")
        #expect(playback.reader.targets.pages.map(\.crashed) == [false])
    }
}
