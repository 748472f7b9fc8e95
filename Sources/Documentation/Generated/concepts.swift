// Made by scripts/generate-docs from docs/concepts.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageConcepts = DocumentationPage(
path: "concepts", title: ###"""
Concepts
"""###, label: ###"""
Concepts
"""###, summary: ###"""
the nouns, their ids and times, the life of a runtime, connecting an agent
"""###,
markdown: ###"""
# Concepts

| word | meaning |
| --- | --- |
| space | a boundary of permission and storage; every runtime belongs to one. There is always a default space |
| runtime | a browser that can be started and stopped; it has a name, a config and, if asked for, a profile that is kept |
| run | the record of a runtime from one start to its stop or failure. Runs outlive their runtime |
| target | a page of the running browser |
| event | one immutable fact of a run, numbered from 1 without gaps (`seq`) |
| lease | a short-lived address of one thing of one run; only the hash of its token is kept |

## Ids, times, pages

- Ids are UUIDs of version 7: their text sorts by the time of their making. An event's id carries its number, so ids of a run sort as its
  events do, and an id is a cursor.
- Target ids are the browser's own (CDP target ids). `pageId` of an event is the target id of the page; `contextId` the browser context's.
- Times are UTC, ISO 8601, with milliseconds and `Z`. Durations are seconds and may have fractions.
- Lists answer `{ "data": [...], "nextCursor": string | null }`. Default 50 items, at most 200 (more is taken as 200, less than 1 is
  refused). Newest first for spaces, runtimes, runs and keys; oldest first for events. Cursors stay good across inserts.

## The life of a runtime

`POST /v1/runtimes` makes it (status `stopped`); `start` launches a browser and opens a run; `stop` ends both and returns when the browser is
gone and the record is sealed. A start of an active runtime returns the open run (`started: false`), two starts at once open one run, a
stop of a stopped runtime does nothing (`stopped: false`), a stop during a start waits for it.

A run ends as `stopped` (asked for: `reason` `api`; `idle_timeout`; the server's own end: `shutdown`) or as `failed`, with a code:

| code | what happened |
| --- | --- |
| `browser.crashed` | the browser ended by itself; the message has its last words |
| `runtime.host_lost` | the server was killed; its next start closes the run at its last sign of life: an event, a row of the activity, or what is recorded |
| `runtime.start_failed` | the browser started but did not answer |
| `storage.unavailable` | the record could not be written (disk full); the run is ended rather than go on unrecorded |

The idle timeout (600 s unless set; 1 to 86,400) counts from the last command of an agent, its connecting or leaving, and calls on
targets. Watching is no activity.

## Connecting

`connectUrl` is a CDP WebSocket address with its own token: `ws://HOST:PORT/cdp/{runId}/{token}`. It is the same at every start and read of
the run, and dead when the run ends (404). Playwright: `connect_over_cdp(connectUrl)`; Puppeteer: `connect({ browserWSEndpoint })`. The same
address with `http:` has `/json/version`, `/json/list` and `/json/protocol` below it. Any number of clients may be connected at once.
Requests with a foreign `Host` or `Origin` are refused (403).

Clients that take nothing but `host:port` (Selenium's `debuggerAddress`, Puppeteer's `browserURL`) drop the path with the token. For them
`MARTLET_CONNECT_URL=... martlet forward --port 9222` listens on 127.0.0.1 and adds the path; `debuggerAddress` is then `127.0.0.1:9222`. Whoever
reaches that port drives the browser. It answers only requests for `localhost` and 127.0.0.1, and the server still refuses a foreign `Origin`.
"""###,
html: ###"""
<h1 id="concepts">Concepts</h1>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>word</th>
<th>meaning</th>
</tr>
</thead>
<tbody>
<tr>
<td>space</td>
<td>a boundary of permission and storage; every runtime belongs to one. There is always a default space</td>
</tr>
<tr>
<td>runtime</td>
<td>a browser that can be started and stopped; it has a name, a config and, if asked for, a profile that is kept</td>
</tr>
<tr>
<td>run</td>
<td>the record of a runtime from one start to its stop or failure. Runs outlive their runtime</td>
</tr>
<tr>
<td>target</td>
<td>a page of the running browser</td>
</tr>
<tr>
<td>event</td>
<td>one immutable fact of a run, numbered from 1 without gaps (<code>seq</code>)</td>
</tr>
<tr>
<td>lease</td>
<td>a short-lived address of one thing of one run; only the hash of its token is kept</td>
</tr>
</tbody>
</table></div>
<h2 id="ids-times-pages">Ids, times, pages</h2>
<ul>
<li>Ids are UUIDs of version 7: their text sorts by the time of their making. An event's id carries its number, so ids of a run sort as its
events do, and an id is a cursor.</li>
<li>Target ids are the browser's own (CDP target ids). <code>pageId</code> of an event is the target id of the page; <code>contextId</code> the browser context's.</li>
<li>Times are UTC, ISO 8601, with milliseconds and <code>Z</code>. Durations are seconds and may have fractions.</li>
<li>Lists answer <code>{ &quot;data&quot;: [...], &quot;nextCursor&quot;: string | null }</code>. Default 50 items, at most 200 (more is taken as 200, less than 1 is
refused). Newest first for spaces, runtimes, runs and keys; oldest first for events. Cursors stay good across inserts.</li>
</ul>
<h2 id="the-life-of-a-runtime">The life of a runtime</h2>
<p><code>POST /v1/runtimes</code> makes it (status <code>stopped</code>); <code>start</code> launches a browser and opens a run; <code>stop</code> ends both and returns when the browser is
gone and the record is sealed. A start of an active runtime returns the open run (<code>started: false</code>), two starts at once open one run, a
stop of a stopped runtime does nothing (<code>stopped: false</code>), a stop during a start waits for it.</p>
<p>A run ends as <code>stopped</code> (asked for: <code>reason</code> <code>api</code>; <code>idle_timeout</code>; the server's own end: <code>shutdown</code>) or as <code>failed</code>, with a code:</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>code</th>
<th>what happened</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>browser.crashed</code></td>
<td>the browser ended by itself; the message has its last words</td>
</tr>
<tr>
<td><code>runtime.host_lost</code></td>
<td>the server was killed; its next start closes the run at its last sign of life: an event, a row of the activity, or what is recorded</td>
</tr>
<tr>
<td><code>runtime.start_failed</code></td>
<td>the browser started but did not answer</td>
</tr>
<tr>
<td><code>storage.unavailable</code></td>
<td>the record could not be written (disk full); the run is ended rather than go on unrecorded</td>
</tr>
</tbody>
</table></div>
<p>The idle timeout (600 s unless set; 1 to 86,400) counts from the last command of an agent, its connecting or leaving, and calls on
targets. Watching is no activity.</p>
<h2 id="connecting">Connecting</h2>
<p><code>connectUrl</code> is a CDP WebSocket address with its own token: <code>ws://HOST:PORT/cdp/{runId}/{token}</code>. It is the same at every start and read of
the run, and dead when the run ends (404). Playwright: <code>connect_over_cdp(connectUrl)</code>; Puppeteer: <code>connect({ browserWSEndpoint })</code>. The same
address with <code>http:</code> has <code>/json/version</code>, <code>/json/list</code> and <code>/json/protocol</code> below it. Any number of clients may be connected at once.
Requests with a foreign <code>Host</code> or <code>Origin</code> are refused (403).</p>
<p>Clients that take nothing but <code>host:port</code> (Selenium's <code>debuggerAddress</code>, Puppeteer's <code>browserURL</code>) drop the path with the token. For them
<code>MARTLET_CONNECT_URL=... martlet forward --port 9222</code> listens on 127.0.0.1 and adds the path; <code>debuggerAddress</code> is then <code>127.0.0.1:9222</code>. Whoever
reaches that port drives the browser. It answers only requests for <code>localhost</code> and 127.0.0.1, and the server still refuses a foreign <code>Origin</code>.</p>
"""###
)
}
