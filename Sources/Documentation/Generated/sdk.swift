// Made by scripts/generate-docs from docs/sdk.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageSdk = DocumentationPage(
path: "sdk", title: ###"""
The Swift SDK
"""###, label: ###"""
Swift SDK
"""###, summary: ###"""
the library `Martlet`
"""###,
markdown: ###"""
# The Swift SDK

A client of the v1 API for Swift 6 on Linux and macOS: typed, `Sendable`, cancellable. It needs no part of the server, and works against every server
of the contract, over `http` and `https`.

```text
.package(url: "…/martlet", from: "0.1.0")                       // Package.swift, dependencies
.product(name: "Martlet", package: "martlet")                   // and of your target
```

The Swift on this page is compiled and run by the tests, from top to bottom.

## Begin

```swift
import Martlet

let martlet = Martlet()
print(try await martlet.auth.whoami().keyID)
```

`Martlet()` never fails; what is missing is said, in a sentence, by the first call. It reads

| | first found |
| --- | --- |
| the key | `MARTLET_API_KEY`, `BCTRL_API_KEY`; for an address of this machine, and no other, the `admin.key` in the local server's data folder |
| the address | `MARTLET_BASE_URL`, `BCTRL_BASE_URL`, `BCTRL_API_BASE_URL` (with or without `/v1`); else `http://localhost:8787` |

Over `https` the certificates of the system are trusted, and those of the PEM file that `MARTLET_CA_FILE` names.

`Martlet(apiKey:baseURL:)` sets them; `Martlet.Configuration` has time-outs, retries and the patience of streams. A client is a value without state: copy it,
share it among tasks. All clients of a process share their connections.

## A browser that always stops

```swift
let runID = try await martlet.runtimes.withBrowser(name: "shop", config: .init(viewport: (1280, 800))) { browser in
    // Playwright, Puppeteer, browser-use or your own CDP client connect to browser.connectURL.
    let page = try await martlet.runtimes.targets.create(browser.runtimeID, uri: "about:blank#hello")
    print("driving \(page.id) in run \(browser.runID)")
    return browser.runID
}
```

The browser is stopped when the body is done, when it throws, and when its task is cancelled. `start` and `stop` do the halves; a start carries an idempotency
key of its own, so that a repetition after a lost connection starts one browser.

## Runs

```swift
let run = try await martlet.runs.get(runID)
print(run.status, run.duration ?? .zero, run.counts?.events ?? 0)

let failed = try await martlet.runs.list(status: .failed, limit: 10)
print(failed.items.count, "failed;", failed.nextCursor ?? "no more")

for try await run in martlet.runs.all(runtimeID: run.runtimeID) {
    print(run.id, run.status)
}

let ended = try await martlet.runs.wait(runID, timeout: .seconds(30))
assert(ended.status != .active)
```

`list` is one page, `all` is an `AsyncSequence` over the pages; `all(…).collect()` is an array.

## Events and activity

```swift
for try await event in martlet.runs.events.all(runID, matching: .init(types: [.navigation, .pageError])) {
    print(event.number ?? 0, event.time, event.type, event.data["url"]?.stringValue ?? "")
}

for try await step in martlet.runs.activity.stream(runID) {
    print(step.message)
}
```

- `all` ends at the present end of the record. `stream` goes on until the run has ended.
- A stream connects anew by itself when the line breaks, falls silent (`streamSilence`, 35 s; the server's heartbeat comes every 10) or the server starts
  again, after the last row it gave: every row once, in order, none left out. It throws when it is refused, and when it could not be reached for
  `reconnectPatience` (5 minutes).
- An id of an event or a step is a cursor: `stream(runID, after: event.id)`.
- It pulls: a slow reader holds one piece of the stream, and the server waits.

For a page in a browser, which can send no key:

```swift
let url = try await martlet.runs.events.streamURL(runID, unnamed: true, expiresIn: .seconds(600))
print("new EventSource('\(url)').onmessage = …")
```

The address carries a lease on the streams of this one run. Servers without leases answer `notFound`; `plainStreamURL` is the bare address.

## Pictures and files

| call | |
| --- | --- |
| `runs.live(id, control: .input, expiresIn: .seconds(600))` | an address at which a person watches, or takes over; `agentInput` and `name` are Martlet's own |
| `dashboard.link(to:)` | an address that opens the [dashboard](dashboard.md) signed in, once |
| `runs.recording(id)` | an address of the replay, its status and length |
| `runs.frames.get(id, at: .seconds(12.5))` | the picture of a moment, a JPEG; without `at` the newest |
| `runs.exportRecording(id, format: .mp4, from:, to:)` | a video as a file; waits until it is made, and tells how far it is; cancelling the task cancels it on the server |
| `runs.leases.list(id)`, `.revoke(lease, of: id)` | which addresses there are, and the end of one |
| `files.upload(path)`, `runtimes.files.upload(runtime, path)` | from the disk as it is sent, a piece in memory at a time |
| `files.download(id, to: path)` | whole or not at all: the bytes go beside the place first; taken up again where a connection broke |
| `files.content(id)` | the bytes as an `AsyncSequence` |
| `runs.files.export(id, name:, type:, include:)` | a ZIP of what a run produced, as a file; with `include` (Martlet's own) its events, activity and recording too |
| `runtimes.humanActions.create(runtime, message:)`, `.wait` | asks a person, and waits for them |

## Errors

Every call throws `MartletError`, or `CancellationError` when its task was cancelled, and nothing else.

```swift
do {
    _ = try await martlet.runs.get("no-such-run")
} catch let error as MartletError where error.kind == .notFound {
    print(error)                                                    // a sentence that says what to do
    print(error.code ?? "", error.requestID ?? "", error.hint ?? "")
}
```

| `kind` | when |
| --- | --- |
| `validation`, `authentication`, `limitReached`, `permission`, `notFound`, `conflict`, `gone`, `tooLarge`, `rateLimited`, `server`, `refused` | by the answer's status: 400 and 422, 401, 402, 403, 404, 409, 410, 413, 429, 5xx, others |
| `unreachable` | no connection; nothing was sent |
| `insecure` | no safe connection: the certificate has expired, is for another name, or is signed by nobody that is trusted; nothing was sent |
| `connectionLost`, `timedOut` | a change may or may not have been made |
| `unexpectedAnswer` | something else answers there: a proxy's page, a redirect, broken JSON |
| `configuration`, `localFile` | this side: no usable address or key; a file that cannot be read or written |

Calls that are safe to repeat (reads, and those with an idempotency key) are repeated twice on 408, 429, 5xx, lost connections and time-outs: after `Retry-After`,
else after 250 and 500 ms. Redirects are not followed: a key is never sent to an address that you have not named.

## What a newer server says

Ids are types (`Martlet.RunID`), and a literal is one. Lists that may grow (`RunStatus`, `EventType`, …) are open: unknown values come through, and a `switch`
over them needs a `default`. Unknown fields stay in each value's `json`, missing ones that are not needed are nil.

```swift
let event = try await martlet.runs.events.list(runID, limit: 1).items[0]
switch event.type {
case .runtimeLifecycle: print("the run began:", event.json["seq"]?.text ?? "?")
default: print("something newer:", event.type)
}
```

## Names

`import Martlet` brings `Martlet`, `MartletError` and the JSON values of `data` (`JSON`, `JSONObject`); all other types are members of `Martlet`. Module and type share one name, so that the
first two lines read as they do above. The price is that Swift cannot qualify a name by the module; as everything is a member of the type, nothing needs it.
The JSON values are those that the server itself uses: numbers stay exact, members keep their order, lone surrogates of a page's text do no harm.

What each call of the API is in Swift: [seed-calls.md](seed-calls.md) for those of runs; the rest has the same names (`spaces`, `runtimes`, `runtimes.targets`, `runtimes.files`, `runtimes.humanActions`,
`files`, `apiKeys`, `auth`, `help`).
"""###,
html: ###"""
<h1 id="the-swift-sdk">The Swift SDK</h1>
<p>A client of the v1 API for Swift 6 on Linux and macOS: typed, <code>Sendable</code>, cancellable. It needs no part of the server, and works against every server
of the contract, over <code>http</code> and <code>https</code>.</p>
<pre><code class="language-text">.package(url: &quot;…/martlet&quot;, from: &quot;0.1.0&quot;)                       // Package.swift, dependencies
.product(name: &quot;Martlet&quot;, package: &quot;martlet&quot;)                   // and of your target
</code></pre>
<p>The Swift on this page is compiled and run by the tests, from top to bottom.</p>
<h2 id="begin">Begin</h2>
<pre><code class="language-swift">import Martlet

let martlet = Martlet()
print(try await martlet.auth.whoami().keyID)
</code></pre>
<p><code>Martlet()</code> never fails; what is missing is said, in a sentence, by the first call. It reads</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th></th>
<th>first found</th>
</tr>
</thead>
<tbody>
<tr>
<td>the key</td>
<td><code>MARTLET_API_KEY</code>, <code>BCTRL_API_KEY</code>; for an address of this machine, and no other, the <code>admin.key</code> in the local server's data folder</td>
</tr>
<tr>
<td>the address</td>
<td><code>MARTLET_BASE_URL</code>, <code>BCTRL_BASE_URL</code>, <code>BCTRL_API_BASE_URL</code> (with or without <code>/v1</code>); else <code>http://localhost:8787</code></td>
</tr>
</tbody>
</table></div>
<p>Over <code>https</code> the certificates of the system are trusted, and those of the PEM file that <code>MARTLET_CA_FILE</code> names.</p>
<p><code>Martlet(apiKey:baseURL:)</code> sets them; <code>Martlet.Configuration</code> has time-outs, retries and the patience of streams. A client is a value without state: copy it,
share it among tasks. All clients of a process share their connections.</p>
<h2 id="a-browser-that-always-stops">A browser that always stops</h2>
<pre><code class="language-swift">let runID = try await martlet.runtimes.withBrowser(name: &quot;shop&quot;, config: .init(viewport: (1280, 800))) { browser in
    // Playwright, Puppeteer, browser-use or your own CDP client connect to browser.connectURL.
    let page = try await martlet.runtimes.targets.create(browser.runtimeID, uri: &quot;about:blank#hello&quot;)
    print(&quot;driving \(page.id) in run \(browser.runID)&quot;)
    return browser.runID
}
</code></pre>
<p>The browser is stopped when the body is done, when it throws, and when its task is cancelled. <code>start</code> and <code>stop</code> do the halves; a start carries an idempotency
key of its own, so that a repetition after a lost connection starts one browser.</p>
<h2 id="runs">Runs</h2>
<pre><code class="language-swift">let run = try await martlet.runs.get(runID)
print(run.status, run.duration ?? .zero, run.counts?.events ?? 0)

let failed = try await martlet.runs.list(status: .failed, limit: 10)
print(failed.items.count, &quot;failed;&quot;, failed.nextCursor ?? &quot;no more&quot;)

for try await run in martlet.runs.all(runtimeID: run.runtimeID) {
    print(run.id, run.status)
}

let ended = try await martlet.runs.wait(runID, timeout: .seconds(30))
assert(ended.status != .active)
</code></pre>
<p><code>list</code> is one page, <code>all</code> is an <code>AsyncSequence</code> over the pages; <code>all(…).collect()</code> is an array.</p>
<h2 id="events-and-activity">Events and activity</h2>
<pre><code class="language-swift">for try await event in martlet.runs.events.all(runID, matching: .init(types: [.navigation, .pageError])) {
    print(event.number ?? 0, event.time, event.type, event.data[&quot;url&quot;]?.stringValue ?? &quot;&quot;)
}

for try await step in martlet.runs.activity.stream(runID) {
    print(step.message)
}
</code></pre>
<ul>
<li><code>all</code> ends at the present end of the record. <code>stream</code> goes on until the run has ended.</li>
<li>A stream connects anew by itself when the line breaks, falls silent (<code>streamSilence</code>, 35 s; the server's heartbeat comes every 10) or the server starts
again, after the last row it gave: every row once, in order, none left out. It throws when it is refused, and when it could not be reached for
<code>reconnectPatience</code> (5 minutes).</li>
<li>An id of an event or a step is a cursor: <code>stream(runID, after: event.id)</code>.</li>
<li>It pulls: a slow reader holds one piece of the stream, and the server waits.</li>
</ul>
<p>For a page in a browser, which can send no key:</p>
<pre><code class="language-swift">let url = try await martlet.runs.events.streamURL(runID, unnamed: true, expiresIn: .seconds(600))
print(&quot;new EventSource('\(url)').onmessage = …&quot;)
</code></pre>
<p>The address carries a lease on the streams of this one run. Servers without leases answer <code>notFound</code>; <code>plainStreamURL</code> is the bare address.</p>
<h2 id="pictures-and-files">Pictures and files</h2>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>call</th>
<th></th>
</tr>
</thead>
<tbody>
<tr>
<td><code>runs.live(id, control: .input, expiresIn: .seconds(600))</code></td>
<td>an address at which a person watches, or takes over; <code>agentInput</code> and <code>name</code> are Martlet's own</td>
</tr>
<tr>
<td><code>dashboard.link(to:)</code></td>
<td>an address that opens the <a href="/docs/dashboard">dashboard</a> signed in, once</td>
</tr>
<tr>
<td><code>runs.recording(id)</code></td>
<td>an address of the replay, its status and length</td>
</tr>
<tr>
<td><code>runs.frames.get(id, at: .seconds(12.5))</code></td>
<td>the picture of a moment, a JPEG; without <code>at</code> the newest</td>
</tr>
<tr>
<td><code>runs.exportRecording(id, format: .mp4, from:, to:)</code></td>
<td>a video as a file; waits until it is made, and tells how far it is; cancelling the task cancels it on the server</td>
</tr>
<tr>
<td><code>runs.leases.list(id)</code>, <code>.revoke(lease, of: id)</code></td>
<td>which addresses there are, and the end of one</td>
</tr>
<tr>
<td><code>files.upload(path)</code>, <code>runtimes.files.upload(runtime, path)</code></td>
<td>from the disk as it is sent, a piece in memory at a time</td>
</tr>
<tr>
<td><code>files.download(id, to: path)</code></td>
<td>whole or not at all: the bytes go beside the place first; taken up again where a connection broke</td>
</tr>
<tr>
<td><code>files.content(id)</code></td>
<td>the bytes as an <code>AsyncSequence</code></td>
</tr>
<tr>
<td><code>runs.files.export(id, name:, type:, include:)</code></td>
<td>a ZIP of what a run produced, as a file; with <code>include</code> (Martlet's own) its events, activity and recording too</td>
</tr>
<tr>
<td><code>runtimes.humanActions.create(runtime, message:)</code>, <code>.wait</code></td>
<td>asks a person, and waits for them</td>
</tr>
</tbody>
</table></div>
<h2 id="errors">Errors</h2>
<p>Every call throws <code>MartletError</code>, or <code>CancellationError</code> when its task was cancelled, and nothing else.</p>
<pre><code class="language-swift">do {
    _ = try await martlet.runs.get(&quot;no-such-run&quot;)
} catch let error as MartletError where error.kind == .notFound {
    print(error)                                                    // a sentence that says what to do
    print(error.code ?? &quot;&quot;, error.requestID ?? &quot;&quot;, error.hint ?? &quot;&quot;)
}
</code></pre>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th><code>kind</code></th>
<th>when</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>validation</code>, <code>authentication</code>, <code>limitReached</code>, <code>permission</code>, <code>notFound</code>, <code>conflict</code>, <code>gone</code>, <code>tooLarge</code>, <code>rateLimited</code>, <code>server</code>, <code>refused</code></td>
<td>by the answer's status: 400 and 422, 401, 402, 403, 404, 409, 410, 413, 429, 5xx, others</td>
</tr>
<tr>
<td><code>unreachable</code></td>
<td>no connection; nothing was sent</td>
</tr>
<tr>
<td><code>insecure</code></td>
<td>no safe connection: the certificate has expired, is for another name, or is signed by nobody that is trusted; nothing was sent</td>
</tr>
<tr>
<td><code>connectionLost</code>, <code>timedOut</code></td>
<td>a change may or may not have been made</td>
</tr>
<tr>
<td><code>unexpectedAnswer</code></td>
<td>something else answers there: a proxy's page, a redirect, broken JSON</td>
</tr>
<tr>
<td><code>configuration</code>, <code>localFile</code></td>
<td>this side: no usable address or key; a file that cannot be read or written</td>
</tr>
</tbody>
</table></div>
<p>Calls that are safe to repeat (reads, and those with an idempotency key) are repeated twice on 408, 429, 5xx, lost connections and time-outs: after <code>Retry-After</code>,
else after 250 and 500 ms. Redirects are not followed: a key is never sent to an address that you have not named.</p>
<h2 id="what-a-newer-server-says">What a newer server says</h2>
<p>Ids are types (<code>Martlet.RunID</code>), and a literal is one. Lists that may grow (<code>RunStatus</code>, <code>EventType</code>, …) are open: unknown values come through, and a <code>switch</code>
over them needs a <code>default</code>. Unknown fields stay in each value's <code>json</code>, missing ones that are not needed are nil.</p>
<pre><code class="language-swift">let event = try await martlet.runs.events.list(runID, limit: 1).items[0]
switch event.type {
case .runtimeLifecycle: print(&quot;the run began:&quot;, event.json[&quot;seq&quot;]?.text ?? &quot;?&quot;)
default: print(&quot;something newer:&quot;, event.type)
}
</code></pre>
<h2 id="names">Names</h2>
<p><code>import Martlet</code> brings <code>Martlet</code>, <code>MartletError</code> and the JSON values of <code>data</code> (<code>JSON</code>, <code>JSONObject</code>); all other types are members of <code>Martlet</code>. Module and type share one name, so that the
first two lines read as they do above. The price is that Swift cannot qualify a name by the module; as everything is a member of the type, nothing needs it.
The JSON values are those that the server itself uses: numbers stay exact, members keep their order, lone surrogates of a page's text do no harm.</p>
<p>What each call of the API is in Swift: <a href="/docs/seed-calls">seed-calls.md</a> for those of runs; the rest has the same names (<code>spaces</code>, <code>runtimes</code>, <code>runtimes.targets</code>, <code>runtimes.files</code>, <code>runtimes.humanActions</code>,
<code>files</code>, <code>apiKeys</code>, <code>auth</code>, <code>help</code>).</p>
"""###
)
}
