// Made by scripts/generate-docs from docs/events.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageEvents = DocumentationPage(
path: "events", title: ###"""
Events: what a run's record holds
"""###, label: ###"""
Events
"""###, summary: ###"""
every type with its data, what is redacted and cut, what cannot be observed
"""###,
markdown: ###"""
# Events: what a run's record holds

An event is one immutable fact of a run. On the wire it is

    {"id":"01a2...","seq":7,"type":"network.request","time":"2026-11-23T23:42:53.415Z","status":"started",
     "name":"GET /cart","pageId":"1EAC...","contextId":"D65E...","durationSeconds":0.04,"data":{...}}

- `seq` counts from 1 without gaps; `id` is a UUIDv7 that sorts as `seq` does and is a cursor.
- `time` is the browser's, to the millisecond, where the browser gives one: requests, responses and failures, console lines and errors. Navigations,
  dialogs, downloads and crashes come without a time; theirs is when the recorder read them, normally within a few milliseconds. Times may
  therefore go back a little where `seq` goes on: `seq` is the order in which the browser told.
- `name` is a short label, at most 200 characters: method and path, the first line of a text, a title.
- `pageId` is the CDP target id of the page, also for what its frames and dedicated workers do. Shared and service workers belong to no page:
  they have none. `contextId` is the browser context (a Playwright `BrowserContext`).
- `durationSeconds` is there where something began and ended.
- In `data`, what does not apply is left out. Events of workers also carry `workerType` (`worker`, `shared_worker`, `service_worker`) and `workerUrl`.

Every target is attached to before it runs, so the first request and the first console line of popups, frames and workers are there.

## Types

### runtime.lifecycle: started, stopped, failed
The first and the last event of every run. `reason` (`api`, `idle_timeout`, `crash`, `limit`, `shutdown`), and after a failure `failure` {`code`, `message`}.

### navigation: started, finished, failed
`url`, `fromUrl` (what the frame showed before), `frameId`, `mainFrame`; where known `title`, `navigationType`, `errorText`, `mimeType`, `fromBackForwardCache`.
- `started` when a frame sets out for another document, with the address asked for (CDP `Page.frameStartedNavigating`).
- `finished` once for each committed document, iframes and `about:srcdoc` included, with the address after redirects and with its fragment; and once for each change
  within a document (history API, fragment), then with `sameDocument: true` and without a `started`. `title` only there: a new document has none yet.
- `failed` with the address asked for and `errorText` (`net::ERR_...`). `net::ERR_ABORTED` also means: it became a download, the answer was 204, another navigation
  took its place, or the page was closed.
- The empty `about:blank` that each new page and each frame begins with is not a navigation: nobody asked for it. Going to `about:blank` is one.

### network.request: started · network.response: received · network.failed: failed
Each hop of a redirect is a request and a response with the same `requestId`. Each request ends with exactly one response or failure. A CORS preflight is a request
(`method` OPTIONS, `resourceType` preflight). The handshake of a WebSocket is a request (`websocket`), with a response of status 101; its messages are not recorded. `blob:`
addresses are recorded, `data:` ones are not: they ask for nothing. Headers and bodies are not recorded.

| | always | where known |
| --- | --- | --- |
| request | `requestId`, `method`, `url`, `resourceType` | `frameId`, `documentUrl`, `initiator` (`parser`, `script`, `preload`, `preflight`, `other`), `redirectedFrom`, `hasPostData`, `postDataBytes` |
| response | `requestId`, `url`, `statusCode`, `mimeType`, `fromCache`, `bytes`, `resourceType` | `statusText`, `fromServiceWorker`, `protocol`, `remoteAddress`, `frameId`, `timing`, `incomplete`, `inferred` (also of a request) |
| failed | `requestId`, `url`, `errorText`, `canceled`, `method`, `resourceType` | `blockedReason`, `corsError`, `statusCode` (it failed after the headers), `frameId` |

- `requestId` is the browser's. When the browser uses one again, `~2`, `~3` and so on is added: an id names one request (with its redirects) in a run.
- `resourceType`: document, stylesheet, image, media, font, script, texttrack, xhr, fetch, prefetch, eventsource, websocket, manifest, ping, preflight, other.
- The response is written when the body has ended. `bytes` are those on the wire, headers included, 0 from the cache. `timing`: `dnsSeconds`, `connectSeconds`, `tlsSeconds`,
  `sendSeconds`, `waitSeconds`.
- `fromCache` is true for the disk, memory and prefetch cache. A cached answer that the server confirmed has `statusCode` 304 and `fromCache` false: the network was asked.
- The browser tells no end of a body that the page does not read (`await fetch(url)` alone). If the headers gave its length and that much has come, the response is written half a second
  later. If not, it is written when the page goes on or ends, with `incomplete: true`, as are streams (server-sent events) that are open then.
- A request without an answer when its page, worker or the run ends: `network.failed`, `net::ERR_ABORTED`, `canceled: true`. Beacons and `keepalive` requests of a closed page may have
  reached the server all the same. After a page has gone on to a document in another process, the same is written with the next document, with the time at which it went on.
- The script of a worker whose answer the browser does not tell, though it was loaded, is a response with `inferred: true` (status 200, 0 bytes).
- `blockedReason`: `csp`, `mixed-content`, `origin`, `inspector` (refused by `networkTraffic`, then `errorText` is `net::ERR_BLOCKED_BY_CLIENT`), and others of CDP's.
- At most 20,000 requests of a run are open at once; beyond that the oldest is ended as failed, `not observed: too many open requests`.

### console.message: received
`level` (log, info, warning, error, debug), `text`, and where known `url`, `line`, `column` (both from 1), `truncated`.
- Of scripts: arguments are joined by one blank and rendered as DevTools would: format specifiers, objects by their preview (`{a: 1, b: {…}}`, `(3) [1, 2, 3]`, five members at most), errors with
  their stack. `kind` names what is no plain line: `dir`, `dirxml`, `table`, `trace`, `assert`, `count`, `timeEnd`, `startGroup`, `startGroupCollapsed`, `clear`. `trace` and `assert` have `stack`.
  The end of a group is no line. A failed assertion is an error and begins with `Assertion failed: `.
- Of the browser itself (a resource that did not load, CSP, CORS, deprecations): `source` says of what, `requestId` of which request.

### page.error: failed
An error that nobody caught, or a rejection that nobody handled: `message`, `kind` (`error`, `rejection`), and where known `stack`, `url`, `line`, `column` (from 1), `truncated`. A rejection
that is handled later stays on record: it was unhandled when it was written. Errors of scripts from another origin without CORS have no detail (`Script error.` rules of the web).

### page.crash: failed
The renderer of a page or frame is gone: `reason`, `url`, `frameId`, `mainFrame`. Once for each crash. Workers that end are none. The end of the browser itself ends the run.

### control: started, finished
Ours, not the contract's; clients that do not know it pass it over. A person at a live view took control of the browser, or the agent has it again. `holder` (person, agent),
`epoch` (rises with each change), `leaseId`, `name` of the lease where it has one, `agentInput` (hold, refuse) with the start, `reason`: taken, taken_over; released, done, left, expired, revoked.

### dialog: started, finished
`dialogType` (alert, confirm, prompt, beforeunload), `message`; `url`, `frameId`, `defaultValue` with the start, `accepted` with the end. A dialog that no agent handles is dismissed (beforeunload:
accepted) after the dialog timeout, 5 seconds by default. What was typed into a prompt is not recorded.

### download: started, finished, failed
`downloadId`, `url`, `suggestedName`; at the end `sizeBytes`, with `fileId` of the kept file or `fileError` (`docs/files.md`), and after a failure `errorText`: `canceled` when a client cancelled it or refuses downloads, `interrupted` when it broke off by itself or with the run. The request of a download ends as failed, `net::ERR_ABORTED` with its
`statusCode`, since the page gave it up to the download.

### captcha.solve.started, .succeeded, .failed
Kept for the solver.

## Limits and redaction
Texts (console, messages, stacks) are cut at 16,384 bytes, addresses at 8,192, other strings at 2,048, names at 200 characters; `truncated: true` says so. Before anything is stored, passwords in
addresses, values of secret query parameters (a list, to which `MARTLET_REDACTED_QUERY_PARAMETERS` adds), `Bearer` and `Basic` credentials and the proxy's password become `REDACTED`.

## How the recorder watches, and what it changes
It has CDP sessions of its own (domains Network, Runtime, Page, Log, Inspector) beside those of agents, and sends nothing that a page can see. Three effects: new targets wait for it (see below), a dialog waits for a client, and
downloads go to the run's own folder, named by `downloadId`. When an agent's client sets a folder of its own, the recorder sets ours again (at once and several times in the following two seconds, and when a page
of the context comes, since the two lines race), unless the client refuses downloads; and puts a link under the client's folder, if that is on this machine below `/tmp`, so that its own download API finds the file.

`networkTraffic`: addresses are blocked in the browser (CDP `Network.setBlockedURLs`; documents by `Fetch`); first the block list decides, then the allow list. A rule is `host`, `*.host`, or an address with `*`
for any text; a host holds for all below it. Kinds of resources are refused by `Fetch` on our own session, beside an agent's routes. `saver`: light refuses media, text tracks, prefetches and pings; medium also
fonts; high also images. Ads and trackers are a short list of well-known hosts (`Sources/Recorder/Rules/WellKnownHosts.swift`), no filter list. WebSockets are not held against the lists.
A proxy's user and password answer its challenge once for each request; every request is then asked about, which costs a millisecond or so. Chromium takes no password for SOCKS.

## What cannot be observed
- A popup that shares its opener's process runs at the first client's word (CDP `Runtime.runIfWaitingForDebugger`). So the recorder leaves that word to the agents that wait for new
  pages, for ten seconds at most; and this one command of an agent's client waits, with what it sends after it, until the recorder is ready: one round trip to the browser, at most a second. Should the browser not answer in that time (the log says so), its first document may be told of by its end
  alone: then request, response and navigation carry `inferred: true` (GET, status 200), and redirects before it may be missing.
- A fetch that the page's CSP forbids makes no network event at all; its console line is there. (A CSP-blocked image makes a request and a failure.)
- An image, script or style that a document uses twice is one request; what Chromium answers within a document from memory is none.
- HTTP requests that Chromium repeats on its own (after a lost connection, for a password) are one request here.
- Requests of the browser itself, and what a WebSocket, WebRTC or WebTransport carries.
- The end of a response that is still under way when its page is closed: see above.
- A stop waits for what the pages have said before it, at most 20 s. A page that does not answer (an endless loop): lines it wrote last may be lost after half a second of silence.
- What happens in the last moments of a browser that is killed.
"""###,
html: ###"""
<h1 id="events-what-a-run-s-record-holds">Events: what a run's record holds</h1>
<p>An event is one immutable fact of a run. On the wire it is</p>
<pre><code>{&quot;id&quot;:&quot;01a2...&quot;,&quot;seq&quot;:7,&quot;type&quot;:&quot;network.request&quot;,&quot;time&quot;:&quot;2026-11-23T23:42:53.415Z&quot;,&quot;status&quot;:&quot;started&quot;,
 &quot;name&quot;:&quot;GET /cart&quot;,&quot;pageId&quot;:&quot;1EAC...&quot;,&quot;contextId&quot;:&quot;D65E...&quot;,&quot;durationSeconds&quot;:0.04,&quot;data&quot;:{...}}
</code></pre>
<ul>
<li><code>seq</code> counts from 1 without gaps; <code>id</code> is a UUIDv7 that sorts as <code>seq</code> does and is a cursor.</li>
<li><code>time</code> is the browser's, to the millisecond, where the browser gives one: requests, responses and failures, console lines and errors. Navigations,
dialogs, downloads and crashes come without a time; theirs is when the recorder read them, normally within a few milliseconds. Times may
therefore go back a little where <code>seq</code> goes on: <code>seq</code> is the order in which the browser told.</li>
<li><code>name</code> is a short label, at most 200 characters: method and path, the first line of a text, a title.</li>
<li><code>pageId</code> is the CDP target id of the page, also for what its frames and dedicated workers do. Shared and service workers belong to no page:
they have none. <code>contextId</code> is the browser context (a Playwright <code>BrowserContext</code>).</li>
<li><code>durationSeconds</code> is there where something began and ended.</li>
<li>In <code>data</code>, what does not apply is left out. Events of workers also carry <code>workerType</code> (<code>worker</code>, <code>shared_worker</code>, <code>service_worker</code>) and <code>workerUrl</code>.</li>
</ul>
<p>Every target is attached to before it runs, so the first request and the first console line of popups, frames and workers are there.</p>
<h2 id="types">Types</h2>
<h3 id="runtime-lifecycle-started-stopped-failed">runtime.lifecycle: started, stopped, failed</h3>
<p>The first and the last event of every run. <code>reason</code> (<code>api</code>, <code>idle_timeout</code>, <code>crash</code>, <code>limit</code>, <code>shutdown</code>), and after a failure <code>failure</code> {<code>code</code>, <code>message</code>}.</p>
<h3 id="navigation-started-finished-failed">navigation: started, finished, failed</h3>
<p><code>url</code>, <code>fromUrl</code> (what the frame showed before), <code>frameId</code>, <code>mainFrame</code>; where known <code>title</code>, <code>navigationType</code>, <code>errorText</code>, <code>mimeType</code>, <code>fromBackForwardCache</code>.</p>
<ul>
<li><code>started</code> when a frame sets out for another document, with the address asked for (CDP <code>Page.frameStartedNavigating</code>).</li>
<li><code>finished</code> once for each committed document, iframes and <code>about:srcdoc</code> included, with the address after redirects and with its fragment; and once for each change
within a document (history API, fragment), then with <code>sameDocument: true</code> and without a <code>started</code>. <code>title</code> only there: a new document has none yet.</li>
<li><code>failed</code> with the address asked for and <code>errorText</code> (<code>net::ERR_...</code>). <code>net::ERR_ABORTED</code> also means: it became a download, the answer was 204, another navigation
took its place, or the page was closed.</li>
<li>The empty <code>about:blank</code> that each new page and each frame begins with is not a navigation: nobody asked for it. Going to <code>about:blank</code> is one.</li>
</ul>
<h3 id="network-request-started-network-response-received-network-failed-failed">network.request: started · network.response: received · network.failed: failed</h3>
<p>Each hop of a redirect is a request and a response with the same <code>requestId</code>. Each request ends with exactly one response or failure. A CORS preflight is a request
(<code>method</code> OPTIONS, <code>resourceType</code> preflight). The handshake of a WebSocket is a request (<code>websocket</code>), with a response of status 101; its messages are not recorded. <code>blob:</code>
addresses are recorded, <code>data:</code> ones are not: they ask for nothing. Headers and bodies are not recorded.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th></th>
<th>always</th>
<th>where known</th>
</tr>
</thead>
<tbody>
<tr>
<td>request</td>
<td><code>requestId</code>, <code>method</code>, <code>url</code>, <code>resourceType</code></td>
<td><code>frameId</code>, <code>documentUrl</code>, <code>initiator</code> (<code>parser</code>, <code>script</code>, <code>preload</code>, <code>preflight</code>, <code>other</code>), <code>redirectedFrom</code>, <code>hasPostData</code>, <code>postDataBytes</code></td>
</tr>
<tr>
<td>response</td>
<td><code>requestId</code>, <code>url</code>, <code>statusCode</code>, <code>mimeType</code>, <code>fromCache</code>, <code>bytes</code>, <code>resourceType</code></td>
<td><code>statusText</code>, <code>fromServiceWorker</code>, <code>protocol</code>, <code>remoteAddress</code>, <code>frameId</code>, <code>timing</code>, <code>incomplete</code>, <code>inferred</code> (also of a request)</td>
</tr>
<tr>
<td>failed</td>
<td><code>requestId</code>, <code>url</code>, <code>errorText</code>, <code>canceled</code>, <code>method</code>, <code>resourceType</code></td>
<td><code>blockedReason</code>, <code>corsError</code>, <code>statusCode</code> (it failed after the headers), <code>frameId</code></td>
</tr>
</tbody>
</table></div>
<ul>
<li><code>requestId</code> is the browser's. When the browser uses one again, <code>~2</code>, <code>~3</code> and so on is added: an id names one request (with its redirects) in a run.</li>
<li><code>resourceType</code>: document, stylesheet, image, media, font, script, texttrack, xhr, fetch, prefetch, eventsource, websocket, manifest, ping, preflight, other.</li>
<li>The response is written when the body has ended. <code>bytes</code> are those on the wire, headers included, 0 from the cache. <code>timing</code>: <code>dnsSeconds</code>, <code>connectSeconds</code>, <code>tlsSeconds</code>,
<code>sendSeconds</code>, <code>waitSeconds</code>.</li>
<li><code>fromCache</code> is true for the disk, memory and prefetch cache. A cached answer that the server confirmed has <code>statusCode</code> 304 and <code>fromCache</code> false: the network was asked.</li>
<li>The browser tells no end of a body that the page does not read (<code>await fetch(url)</code> alone). If the headers gave its length and that much has come, the response is written half a second
later. If not, it is written when the page goes on or ends, with <code>incomplete: true</code>, as are streams (server-sent events) that are open then.</li>
<li>A request without an answer when its page, worker or the run ends: <code>network.failed</code>, <code>net::ERR_ABORTED</code>, <code>canceled: true</code>. Beacons and <code>keepalive</code> requests of a closed page may have
reached the server all the same. After a page has gone on to a document in another process, the same is written with the next document, with the time at which it went on.</li>
<li>The script of a worker whose answer the browser does not tell, though it was loaded, is a response with <code>inferred: true</code> (status 200, 0 bytes).</li>
<li><code>blockedReason</code>: <code>csp</code>, <code>mixed-content</code>, <code>origin</code>, <code>inspector</code> (refused by <code>networkTraffic</code>, then <code>errorText</code> is <code>net::ERR_BLOCKED_BY_CLIENT</code>), and others of CDP's.</li>
<li>At most 20,000 requests of a run are open at once; beyond that the oldest is ended as failed, <code>not observed: too many open requests</code>.</li>
</ul>
<h3 id="console-message-received">console.message: received</h3>
<p><code>level</code> (log, info, warning, error, debug), <code>text</code>, and where known <code>url</code>, <code>line</code>, <code>column</code> (both from 1), <code>truncated</code>.</p>
<ul>
<li>Of scripts: arguments are joined by one blank and rendered as DevTools would: format specifiers, objects by their preview (<code>{a: 1, b: {…}}</code>, <code>(3) [1, 2, 3]</code>, five members at most), errors with
their stack. <code>kind</code> names what is no plain line: <code>dir</code>, <code>dirxml</code>, <code>table</code>, <code>trace</code>, <code>assert</code>, <code>count</code>, <code>timeEnd</code>, <code>startGroup</code>, <code>startGroupCollapsed</code>, <code>clear</code>. <code>trace</code> and <code>assert</code> have <code>stack</code>.
The end of a group is no line. A failed assertion is an error and begins with <code>Assertion failed: </code>.</li>
<li>Of the browser itself (a resource that did not load, CSP, CORS, deprecations): <code>source</code> says of what, <code>requestId</code> of which request.</li>
</ul>
<h3 id="page-error-failed">page.error: failed</h3>
<p>An error that nobody caught, or a rejection that nobody handled: <code>message</code>, <code>kind</code> (<code>error</code>, <code>rejection</code>), and where known <code>stack</code>, <code>url</code>, <code>line</code>, <code>column</code> (from 1), <code>truncated</code>. A rejection
that is handled later stays on record: it was unhandled when it was written. Errors of scripts from another origin without CORS have no detail (<code>Script error.</code> rules of the web).</p>
<h3 id="page-crash-failed">page.crash: failed</h3>
<p>The renderer of a page or frame is gone: <code>reason</code>, <code>url</code>, <code>frameId</code>, <code>mainFrame</code>. Once for each crash. Workers that end are none. The end of the browser itself ends the run.</p>
<h3 id="control-started-finished">control: started, finished</h3>
<p>Ours, not the contract's; clients that do not know it pass it over. A person at a live view took control of the browser, or the agent has it again. <code>holder</code> (person, agent),
<code>epoch</code> (rises with each change), <code>leaseId</code>, <code>name</code> of the lease where it has one, <code>agentInput</code> (hold, refuse) with the start, <code>reason</code>: taken, taken_over; released, done, left, expired, revoked.</p>
<h3 id="dialog-started-finished">dialog: started, finished</h3>
<p><code>dialogType</code> (alert, confirm, prompt, beforeunload), <code>message</code>; <code>url</code>, <code>frameId</code>, <code>defaultValue</code> with the start, <code>accepted</code> with the end. A dialog that no agent handles is dismissed (beforeunload:
accepted) after the dialog timeout, 5 seconds by default. What was typed into a prompt is not recorded.</p>
<h3 id="download-started-finished-failed">download: started, finished, failed</h3>
<p><code>downloadId</code>, <code>url</code>, <code>suggestedName</code>; at the end <code>sizeBytes</code>, with <code>fileId</code> of the kept file or <code>fileError</code> (<code>docs/files.md</code>), and after a failure <code>errorText</code>: <code>canceled</code> when a client cancelled it or refuses downloads, <code>interrupted</code> when it broke off by itself or with the run. The request of a download ends as failed, <code>net::ERR_ABORTED</code> with its
<code>statusCode</code>, since the page gave it up to the download.</p>
<h3 id="captcha-solve-started-succeeded-failed">captcha.solve.started, .succeeded, .failed</h3>
<p>Kept for the solver.</p>
<h2 id="limits-and-redaction">Limits and redaction</h2>
<p>Texts (console, messages, stacks) are cut at 16,384 bytes, addresses at 8,192, other strings at 2,048, names at 200 characters; <code>truncated: true</code> says so. Before anything is stored, passwords in
addresses, values of secret query parameters (a list, to which <code>MARTLET_REDACTED_QUERY_PARAMETERS</code> adds), <code>Bearer</code> and <code>Basic</code> credentials and the proxy's password become <code>REDACTED</code>.</p>
<h2 id="how-the-recorder-watches-and-what-it-changes">How the recorder watches, and what it changes</h2>
<p>It has CDP sessions of its own (domains Network, Runtime, Page, Log, Inspector) beside those of agents, and sends nothing that a page can see. Three effects: new targets wait for it (see below), a dialog waits for a client, and
downloads go to the run's own folder, named by <code>downloadId</code>. When an agent's client sets a folder of its own, the recorder sets ours again (at once and several times in the following two seconds, and when a page
of the context comes, since the two lines race), unless the client refuses downloads; and puts a link under the client's folder, if that is on this machine below <code>/tmp</code>, so that its own download API finds the file.</p>
<p><code>networkTraffic</code>: addresses are blocked in the browser (CDP <code>Network.setBlockedURLs</code>; documents by <code>Fetch</code>); first the block list decides, then the allow list. A rule is <code>host</code>, <code>*.host</code>, or an address with <code>*</code>
for any text; a host holds for all below it. Kinds of resources are refused by <code>Fetch</code> on our own session, beside an agent's routes. <code>saver</code>: light refuses media, text tracks, prefetches and pings; medium also
fonts; high also images. Ads and trackers are a short list of well-known hosts (<code>Sources/Recorder/Rules/WellKnownHosts.swift</code>), no filter list. WebSockets are not held against the lists.
A proxy's user and password answer its challenge once for each request; every request is then asked about, which costs a millisecond or so. Chromium takes no password for SOCKS.</p>
<h2 id="what-cannot-be-observed">What cannot be observed</h2>
<ul>
<li>A popup that shares its opener's process runs at the first client's word (CDP <code>Runtime.runIfWaitingForDebugger</code>). So the recorder leaves that word to the agents that wait for new
pages, for ten seconds at most; and this one command of an agent's client waits, with what it sends after it, until the recorder is ready: one round trip to the browser, at most a second. Should the browser not answer in that time (the log says so), its first document may be told of by its end
alone: then request, response and navigation carry <code>inferred: true</code> (GET, status 200), and redirects before it may be missing.</li>
<li>A fetch that the page's CSP forbids makes no network event at all; its console line is there. (A CSP-blocked image makes a request and a failure.)</li>
<li>An image, script or style that a document uses twice is one request; what Chromium answers within a document from memory is none.</li>
<li>HTTP requests that Chromium repeats on its own (after a lost connection, for a password) are one request here.</li>
<li>Requests of the browser itself, and what a WebSocket, WebRTC or WebTransport carries.</li>
<li>The end of a response that is still under way when its page is closed: see above.</li>
<li>A stop waits for what the pages have said before it, at most 20 s. A page that does not answer (an endless loop): lines it wrote last may be lost after half a second of silence.</li>
<li>What happens in the last moments of a browser that is killed.</li>
</ul>
"""###
)
}
