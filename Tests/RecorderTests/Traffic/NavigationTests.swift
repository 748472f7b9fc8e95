import JSON
import Model
import Testing

@testable import Recorder

@Suite struct NavigationTests {
    @Test func `documents, history, fragments and failures are each told once, in order`() throws {
        let playback = try Playback(fixture: "history")
        let site = "http://127.0.0.1:33901"
        #expect(
            playback.texts(.navigation, "url", .finished)
                == ["/hist", "/h2?x#a", "/h3", "/h3#z", "/hist2", "/hist3", "/form", "/post"].map { site + $0 }
        )
        #expect(playback.texts(.navigation, "url", .failed) == ["http://127.0.0.1:1/dead#frag"])
        #expect(playback.texts(.navigation, "errorText", .failed) == ["net::ERR_UNSAFE_PORT"])
        #expect(playback.events(.navigation, .started).count == 6)
        #expect(playback.events(.navigation, .finished).allSatisfy { $0.data["mainFrame"] == true })
    }

    @Test func `a navigation that becomes a download fails as aborted`() throws {
        let playback = try Playback(fixture: "downloads")
        #expect(playback.texts(.navigation, "errorText", .failed) == ["net::ERR_ABORTED", "net::ERR_ABORTED"])
    }

    @Test func `a dialog is told from opening to closing, and ended when nobody does`() throws {
        let playback = try Playback(fixture: "dialogs")
        #expect(playback.texts(.dialog, "dialogType", .started) == ["alert", "confirm", "prompt", "beforeunload"])
        #expect(playback.events(.dialog, .finished).allSatisfy { $0.data["accepted"] == true })
        #expect(playback.actions.filter { if case .watchDialog = $0 { true } else { false } }.count == 4)
    }

    @Test(arguments: [("alert", false), ("beforeunload", true)])
    func `a dialog that nobody handles is ended`(type: String, accept: Bool) throws {
        var playback = Playback()
        try playback.attachPage()
        try playback.read("Page.javascriptDialogOpening", ["type": .string(type), "message": "m"], session: "s")
        playback.reader.dialogTimedOut(DialogID(number: 1), into: &playback.actions)
        let params: JSONObject = ["accept": .bool(accept)]
        #expect(playback.actions.last == .send("Page.handleJavaScriptDialog", params, in: "s"))
        try playback.read("Page.javascriptDialogClosed", ["result": .bool(accept)], session: "s")
        #expect(playback.events(.dialog, .finished).map { $0.data["accepted"] } == [.bool(accept)])
    }

    @Test func `who declines to leave a page ends the navigation that asked, and no other`() throws {
        var playback = Playback()
        try playback.attachPage()
        func start(_ loader: String, frame: String, _ url: String) throws {
            let start: JSONObject = ["frameId": .string(frame), "loaderId": .string(loader), "url": .string(url)]
            try playback.read("Page.frameStartedNavigating", start, session: "s")
        }
        func close(_ accepted: Bool) throws {
            try playback.read("Page.javascriptDialogOpening", ["type": "beforeunload", "message": ""], session: "s")
            try playback.read("Page.javascriptDialogClosed", ["result": .bool(accepted)], session: "s")
        }
        try start("under-way", frame: "f", "http://h/frame")
        let request: JSONObject = ["url": "http://h/frame", "method": "GET", "headers": [:]]
        try playback.read(
            "Network.requestWillBeSent",
            ["requestId": "under-way", "loaderId": "under-way", "type": "Document", "request": .object(request)],
            session: "s"
        )
        try start("declined", frame: "p", "http://h/2")
        try close(false)
        #expect(playback.texts(.navigation, "url", .failed) == ["http://h/2"])
        #expect(playback.texts(.navigation, "errorText", .failed) == ["net::ERR_ABORTED"])
        try start("accepted", frame: "p", "http://h/2")
        try close(true)
        let frame: JSONObject = ["id": "p", "loaderId": "accepted", "url": "http://h/2", "mimeType": "text/html"]
        try playback.read("Page.frameNavigated", ["frame": .object(frame), "type": "Navigation"], session: "s")
        #expect(playback.texts(.navigation, "url", .finished) == ["http://h/2"])
        #expect(playback.events(.navigation, .failed).count == 1)
    }

    @Test func `downloads end as finished or failed`() throws {
        let playback = try Playback(fixture: "downloads")
        #expect(playback.texts(.download, "suggestedName", .started) == ["a b.bin", "blob.txt", "s.bin"])
        #expect(playback.events(.download, .finished).map { $0.data["sizeBytes"] } == [50000, 5])
        #expect(playback.texts(.download, "errorText", .failed) == ["interrupted"])
    }

    @Test func `only what a client cancels or refuses is told as cancelled`() throws {
        var playback = Playback()
        try playback.attachPage()
        func fail(_ guid: String) throws {
            try playback.read("Browser.downloadWillBegin", ["frameId": "p", "guid": .string(guid), "url": ""])
            try playback.read("Browser.downloadProgress", ["guid": .string(guid), "state": "canceled"])
        }
        try fail("broken")
        playback.read(
            AgentCommand(clientID: 1, method: "Browser.cancelDownload", sessionID: nil) { ["guid": "cancelled"] }
        )
        try fail("cancelled")
        playback.read(
            AgentCommand(clientID: 1, method: "Browser.setDownloadBehavior", sessionID: nil) { ["behavior": "deny"] }
        )
        try fail("refused")
        #expect(playback.texts(.download, "errorText", .failed) == ["interrupted", "canceled", "canceled"])
    }

    @Test func `a client's download folder is answered with ours`() throws {
        var playback = Playback()
        try playback.attachPage()
        let command = AgentCommand(clientID: 1, method: "Browser.setDownloadBehavior", sessionID: nil) {
            ["behavior": "allowAndName", "downloadPath": "/tmp/theirs", "browserContextId": "c"]
        }
        playback.actions = []
        playback.read(command)
        #expect(playback.sent == ["Browser.setDownloadBehavior"])
    }

    @Test func `a finished download is for the folder that a client of its context named last`() throws {
        var playback = Playback()
        try playback.attachPage()
        func say(_ method: String, _ folder: String, by client: Int) {
            var command = AgentCommand(clientID: client, method: method, sessionID: nil) {
                ["behavior": "allow", "downloadPath": .string(folder)]
            }
            command.page = method.hasPrefix("Page.") ? "p" : nil
            playback.read(command)
        }
        func download(_ guid: String, _ state: String) throws {
            try playback.read(
                "Browser.downloadWillBegin",
                ["frameId": "p", "guid": .string(guid), "url": "", "suggestedFilename": "a.bin"]
            )
            try playback.read("Browser.downloadProgress", ["guid": .string(guid), "state": .string(state)])
        }
        say("Browser.setDownloadBehavior", "/tmp/one", by: 1)
        say("Page.setDownloadBehavior", "/tmp/two", by: 2)
        try download("1", "completed")
        try download("2", "canceled")
        playback.reader.forgetFolders(of: 2)
        try download("3", "completed")
        let named = playback.actions.filter {
            switch $0 {
            case .expectDownload, .endDownload: true
            default: false
            }
        }
        #expect(
            named == [
                .expectDownload(NamedDownload(guid: "1", folder: "/tmp/two", name: "a.bin")),
                .endDownload("1", isWhole: true),
                .expectDownload(NamedDownload(guid: "2", folder: "/tmp/two", name: "a.bin")),
                .endDownload("2", isWhole: false),
            ]
        )
    }

    @Test func `a page's word about downloads holds for its context`() throws {
        var playback = Playback()
        try playback.attachPage()
        var command = AgentCommand(clientID: 1, method: "Page.setDownloadBehavior", sessionID: nil) {
            ["behavior": "deny"]
        }
        command.page = "p"
        playback.read(command)
        #expect(playback.reader.downloads.denied == [""])
    }

    @Test func `a client that refuses downloads is left alone`() throws {
        var playback = Playback()
        let command = AgentCommand(clientID: 1, method: "Browser.setDownloadBehavior", sessionID: nil) {
            ["behavior": "deny"]
        }
        playback.read(command)
        #expect(playback.sent.isEmpty)
    }
}
