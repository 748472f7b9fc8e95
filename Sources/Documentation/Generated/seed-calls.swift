// Made by scripts/generate-docs from docs/seed-calls.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageSeedCalls = DocumentationPage(
path: "seed-calls", title: ###"""
Calls on runs, in TypeScript and in Swift
"""###, label: ###"""
Seed calls
"""###, summary: ###"""
the calls of the TypeScript client, each in Swift
"""###,
markdown: ###"""
# Calls on runs, in TypeScript and in Swift

The left forms are those of the published TypeScript client, the right ones do the same with `import Martlet`. The Swift on this page is compiled and run by the
tests, from top to bottom.

To have a run to look at:

```swift
import Martlet

let martlet = Martlet()
let runtime = try await martlet.runtimes.create(name: "seed calls")
let browser = try await martlet.runtimes.start(runtime.id)
let runID = browser.runID
_ = try await martlet.runtimes.targets.create(runtime.id, uri: "about:blank#seed")
```

### `runs.get(runId)`

```swift
let run = try await martlet.runs.get(runID)
print(run.id, run.status)
```

### `runs.live(runId, { control: "none" })`

Watching; `.input` lets a person take over. The address carries its own credential and may be put into an iframe.

```swift
let live = try await martlet.runs.live(runID, control: .none)
print(live.url, live.expiresAt)
```

### `runs.events.streamUrl(runId)`, `runs.activity.streamUrl(runId)`

An address that a page can open as it is: it carries a lease, and with `unnamed` every event reaches `onmessage`. For a reader that sends the key itself,
`plainStreamURL` is the bare address, as in TypeScript.

```swift
let events = try await martlet.runs.events.streamURL(runID, unnamed: true)
let activity = try await martlet.runs.activity.streamURL(runID, unnamed: true)
print("new EventSource('\(events)'), new EventSource('\(activity)')")
print(martlet.runs.events.plainStreamURL(runID))
```

In Swift no address is needed: `for try await event in martlet.runs.events.stream(runID)` follows the run and reconnects by itself.

```swift
_ = try await martlet.runtimes.stop(runtime.id)
for try await event in martlet.runs.events.stream(runID) {
    print(event.type)
}
```

### `runs.list({ spaceId, status: "completed" })`

What the page calls completed the API calls stopped; both are understood.

```swift
let completed = try await martlet.runs.list(spaceID: runtime.spaceID, status: .stopped)
let same = try await martlet.runs.list(spaceID: runtime.spaceID, status: "completed")
print(completed.items.map(\.id) == same.items.map(\.id))
```

### `for await (const run of runs.iter({ runtimeId }))`

```swift
for try await run in martlet.runs.all(runtimeID: runtime.id) {
    print(run.id, run.status)
}
```

### `runs.events.list(runId)`, `runs.events.iter(runId)`

```swift
let page = try await martlet.runs.events.list(runID)
print(page.items.count, page.nextCursor ?? "the end")
for try await event in martlet.runs.events.all(runID) {
    print(event.type, event.time)
}
```

### `runs.activity.list(runId)`

```swift
for step in try await martlet.runs.activity.list(runID).items {
    print(step.time, step.message)
}
```

### `runs.recording(runId)`

```swift
let recording = try await martlet.runs.recording(runID)
print(recording.url, recording.status, recording.durationMs ?? 0)
```

### `runs.files.list(runId)`

```swift
for file in try await martlet.runs.files.list(runID).items {
    print(file.name, file.sizeInBytes)
}
```

### `runs.files.export(runId, { name: "session-files", type: ["download"] })`

```swift
let archive = try await martlet.runs.files.export(runID, name: "session-files", type: ["download"])
print(archive.name, archive.sizeInBytes)
for try await piece in try await martlet.files.content(archive.id) {
    print(piece.count, "bytes")
}
```
"""###,
html: ###"""
<h1 id="calls-on-runs-in-typescript-and-in-swift">Calls on runs, in TypeScript and in Swift</h1>
<p>The left forms are those of the published TypeScript client, the right ones do the same with <code>import Martlet</code>. The Swift on this page is compiled and run by the
tests, from top to bottom.</p>
<p>To have a run to look at:</p>
<pre><code class="language-swift">import Martlet

let martlet = Martlet()
let runtime = try await martlet.runtimes.create(name: &quot;seed calls&quot;)
let browser = try await martlet.runtimes.start(runtime.id)
let runID = browser.runID
_ = try await martlet.runtimes.targets.create(runtime.id, uri: &quot;about:blank#seed&quot;)
</code></pre>
<h3 id="runs-get-runid"><code>runs.get(runId)</code></h3>
<pre><code class="language-swift">let run = try await martlet.runs.get(runID)
print(run.id, run.status)
</code></pre>
<h3 id="runs-live-runid-control-none"><code>runs.live(runId, { control: &quot;none&quot; })</code></h3>
<p>Watching; <code>.input</code> lets a person take over. The address carries its own credential and may be put into an iframe.</p>
<pre><code class="language-swift">let live = try await martlet.runs.live(runID, control: .none)
print(live.url, live.expiresAt)
</code></pre>
<h3 id="runs-events-streamurl-runid-runs-activity-streamurl-runid"><code>runs.events.streamUrl(runId)</code>, <code>runs.activity.streamUrl(runId)</code></h3>
<p>An address that a page can open as it is: it carries a lease, and with <code>unnamed</code> every event reaches <code>onmessage</code>. For a reader that sends the key itself,
<code>plainStreamURL</code> is the bare address, as in TypeScript.</p>
<pre><code class="language-swift">let events = try await martlet.runs.events.streamURL(runID, unnamed: true)
let activity = try await martlet.runs.activity.streamURL(runID, unnamed: true)
print(&quot;new EventSource('\(events)'), new EventSource('\(activity)')&quot;)
print(martlet.runs.events.plainStreamURL(runID))
</code></pre>
<p>In Swift no address is needed: <code>for try await event in martlet.runs.events.stream(runID)</code> follows the run and reconnects by itself.</p>
<pre><code class="language-swift">_ = try await martlet.runtimes.stop(runtime.id)
for try await event in martlet.runs.events.stream(runID) {
    print(event.type)
}
</code></pre>
<h3 id="runs-list-spaceid-status-completed"><code>runs.list({ spaceId, status: &quot;completed&quot; })</code></h3>
<p>What the page calls completed the API calls stopped; both are understood.</p>
<pre><code class="language-swift">let completed = try await martlet.runs.list(spaceID: runtime.spaceID, status: .stopped)
let same = try await martlet.runs.list(spaceID: runtime.spaceID, status: &quot;completed&quot;)
print(completed.items.map(\.id) == same.items.map(\.id))
</code></pre>
<h3 id="for-await-const-run-of-runs-iter-runtimeid"><code>for await (const run of runs.iter({ runtimeId }))</code></h3>
<pre><code class="language-swift">for try await run in martlet.runs.all(runtimeID: runtime.id) {
    print(run.id, run.status)
}
</code></pre>
<h3 id="runs-events-list-runid-runs-events-iter-runid"><code>runs.events.list(runId)</code>, <code>runs.events.iter(runId)</code></h3>
<pre><code class="language-swift">let page = try await martlet.runs.events.list(runID)
print(page.items.count, page.nextCursor ?? &quot;the end&quot;)
for try await event in martlet.runs.events.all(runID) {
    print(event.type, event.time)
}
</code></pre>
<h3 id="runs-activity-list-runid"><code>runs.activity.list(runId)</code></h3>
<pre><code class="language-swift">for step in try await martlet.runs.activity.list(runID).items {
    print(step.time, step.message)
}
</code></pre>
<h3 id="runs-recording-runid"><code>runs.recording(runId)</code></h3>
<pre><code class="language-swift">let recording = try await martlet.runs.recording(runID)
print(recording.url, recording.status, recording.durationMs ?? 0)
</code></pre>
<h3 id="runs-files-list-runid"><code>runs.files.list(runId)</code></h3>
<pre><code class="language-swift">for file in try await martlet.runs.files.list(runID).items {
    print(file.name, file.sizeInBytes)
}
</code></pre>
<h3 id="runs-files-export-runid-name-session-files-type-download"><code>runs.files.export(runId, { name: &quot;session-files&quot;, type: [&quot;download&quot;] })</code></h3>
<pre><code class="language-swift">let archive = try await martlet.runs.files.export(runID, name: &quot;session-files&quot;, type: [&quot;download&quot;])
print(archive.name, archive.sizeInBytes)
for try await piece in try await martlet.files.content(archive.id) {
    print(piece.count, &quot;bytes&quot;)
}
</code></pre>
"""###
)
}
