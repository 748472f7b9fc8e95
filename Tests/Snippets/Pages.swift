// Made by scripts/generate-snippets from the Swift of README.md and docs/. Edit those.
// swift-format-ignore-file

import Martlet

let pages: [String: @Sendable () async throws -> Void] = [
    "README.md": {
#sourceLocation(file: "README.md, block 1", line: 1)


let martlet = Martlet()
let runID = try await martlet.runtimes.withBrowser(name: "shop") { browser in
    // An agent connects to browser.connectURL; the SDK itself can open pages.
    _ = try await martlet.runtimes.targets.create(browser.runtimeID, uri: "about:blank#shop")
    return browser.runID
}
for try await event in martlet.runs.events.all(runID) {
    print(event.number ?? 0, event.time, event.type, event.name ?? "")
}
#sourceLocation()
    },
    "docs/quick-start.md": {
#sourceLocation(file: "docs/quick-start.md, block 1", line: 1)


let martlet = Martlet()
let runID = try await martlet.runtimes.withBrowser(name: "quick start") { browser in
    _ = try await martlet.runtimes.targets.create(browser.runtimeID, uri: "about:blank#hello")
    return browser.runID
}
for try await item in martlet.runs.activity.all(runID) { print(item.time, item.message) }
#sourceLocation()
    },
    "docs/sdk.md": {
#sourceLocation(file: "docs/sdk.md, block 1", line: 1)


let martlet = Martlet()
print(try await martlet.auth.whoami().keyID)
#sourceLocation()
#sourceLocation(file: "docs/sdk.md, block 2", line: 1)
let runID = try await martlet.runtimes.withBrowser(name: "shop", config: .init(viewport: (1280, 800))) { browser in
    // Playwright, Puppeteer, browser-use or your own CDP client connect to browser.connectURL.
    let page = try await martlet.runtimes.targets.create(browser.runtimeID, uri: "about:blank#hello")
    print("driving \(page.id) in run \(browser.runID)")
    return browser.runID
}
#sourceLocation()
#sourceLocation(file: "docs/sdk.md, block 3", line: 1)
let run = try await martlet.runs.get(runID)
print(run.status, run.duration ?? .zero, run.counts?.events ?? 0)

let failed = try await martlet.runs.list(status: .failed, limit: 10)
print(failed.items.count, "failed;", failed.nextCursor ?? "no more")

for try await run in martlet.runs.all(runtimeID: run.runtimeID) {
    print(run.id, run.status)
}

let ended = try await martlet.runs.wait(runID, timeout: .seconds(30))
assert(ended.status != .active)
#sourceLocation()
#sourceLocation(file: "docs/sdk.md, block 4", line: 1)
for try await event in martlet.runs.events.all(runID, matching: .init(types: [.navigation, .pageError])) {
    print(event.number ?? 0, event.time, event.type, event.data["url"]?.stringValue ?? "")
}

for try await step in martlet.runs.activity.stream(runID) {
    print(step.message)
}
#sourceLocation()
#sourceLocation(file: "docs/sdk.md, block 5", line: 1)
let url = try await martlet.runs.events.streamURL(runID, unnamed: true, expiresIn: .seconds(600))
print("new EventSource('\(url)').onmessage = …")
#sourceLocation()
#sourceLocation(file: "docs/sdk.md, block 6", line: 1)
do {
    _ = try await martlet.runs.get("no-such-run")
} catch let error as MartletError where error.kind == .notFound {
    print(error)                                                    // a sentence that says what to do
    print(error.code ?? "", error.requestID ?? "", error.hint ?? "")
}
#sourceLocation()
#sourceLocation(file: "docs/sdk.md, block 7", line: 1)
let event = try await martlet.runs.events.list(runID, limit: 1).items[0]
switch event.type {
case .runtimeLifecycle: print("the run began:", event.json["seq"]?.text ?? "?")
default: print("something newer:", event.type)
}
#sourceLocation()
    },
    "docs/seed-calls.md": {
#sourceLocation(file: "docs/seed-calls.md, block 1", line: 1)


let martlet = Martlet()
let runtime = try await martlet.runtimes.create(name: "seed calls")
let browser = try await martlet.runtimes.start(runtime.id)
let runID = browser.runID
_ = try await martlet.runtimes.targets.create(runtime.id, uri: "about:blank#seed")
#sourceLocation()
#sourceLocation(file: "docs/seed-calls.md, block 2", line: 1)
let run = try await martlet.runs.get(runID)
print(run.id, run.status)
#sourceLocation()
#sourceLocation(file: "docs/seed-calls.md, block 3", line: 1)
let live = try await martlet.runs.live(runID, control: .none)
print(live.url, live.expiresAt)
#sourceLocation()
#sourceLocation(file: "docs/seed-calls.md, block 4", line: 1)
let events = try await martlet.runs.events.streamURL(runID, unnamed: true)
let activity = try await martlet.runs.activity.streamURL(runID, unnamed: true)
print("new EventSource('\(events)'), new EventSource('\(activity)')")
print(martlet.runs.events.plainStreamURL(runID))
#sourceLocation()
#sourceLocation(file: "docs/seed-calls.md, block 5", line: 1)
_ = try await martlet.runtimes.stop(runtime.id)
for try await event in martlet.runs.events.stream(runID) {
    print(event.type)
}
#sourceLocation()
#sourceLocation(file: "docs/seed-calls.md, block 6", line: 1)
let completed = try await martlet.runs.list(spaceID: runtime.spaceID, status: .stopped)
let same = try await martlet.runs.list(spaceID: runtime.spaceID, status: "completed")
print(completed.items.map(\.id) == same.items.map(\.id))
#sourceLocation()
#sourceLocation(file: "docs/seed-calls.md, block 7", line: 1)
for try await run in martlet.runs.all(runtimeID: runtime.id) {
    print(run.id, run.status)
}
#sourceLocation()
#sourceLocation(file: "docs/seed-calls.md, block 8", line: 1)
let page = try await martlet.runs.events.list(runID)
print(page.items.count, page.nextCursor ?? "the end")
for try await event in martlet.runs.events.all(runID) {
    print(event.type, event.time)
}
#sourceLocation()
#sourceLocation(file: "docs/seed-calls.md, block 9", line: 1)
for step in try await martlet.runs.activity.list(runID).items {
    print(step.time, step.message)
}
#sourceLocation()
#sourceLocation(file: "docs/seed-calls.md, block 10", line: 1)
let recording = try await martlet.runs.recording(runID)
print(recording.url, recording.status, recording.durationMs ?? 0)
#sourceLocation()
#sourceLocation(file: "docs/seed-calls.md, block 11", line: 1)
for file in try await martlet.runs.files.list(runID).items {
    print(file.name, file.sizeInBytes)
}
#sourceLocation()
#sourceLocation(file: "docs/seed-calls.md, block 12", line: 1)
let archive = try await martlet.runs.files.export(runID, name: "session-files", type: ["download"])
print(archive.name, archive.sizeInBytes)
for try await piece in try await martlet.files.content(archive.id) {
    print(piece.count, "bytes")
}
#sourceLocation()
    },
]
