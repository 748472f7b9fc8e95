// Made by scripts/generate-docs from docs/streaming.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageStreaming = DocumentationPage(
path: "streaming", title: ###"""
Streaming
"""###, label: ###"""
Streaming
"""###, summary: ###"""
server-sent events, cursors, heartbeats, leases for web pages
"""###,
markdown: ###"""
# Streaming

`GET /v1/runs/{runId}/events/stream` is a `text/event-stream` (WHATWG server-sent events): the run from its first event, then what
comes, until the run ends. The filters of the list (`type`, `status`, `pageId`, `contextId`) hold here too.

    event: run.event
    id: 01a20ad5-1d6e-7000-8000-00040f0f5f04
    data: {"id":"01a20ad5-...","seq":1,"type":"runtime.lifecycle",...}

| event | id | data |
| --- | --- | --- |
| `run.event` | the event's id | the event, the same bytes as in the list |
| `heartbeat` | none | `{ "time" }`, when nothing was sent for 10 seconds |
| `run.ended` | none | `{ "runId", "status", "finishedAt", "failure" }`; the last frame, then the connection closes |

## Resuming

The id of a frame is a cursor. Ask with `cursor=ID`, or send `Last-Event-ID` (the query wins), and the stream goes on after that event: each
event once, in order, also across a restart of the server. An id that is no event of the run is 400. `limit=N` closes the stream after N
events, without `run.ended`. Only events have ids, so a cursor never points at something that is not stored.

## Slow readers

A reader pulls from its cursor; nothing is buffered for it beyond one write of 64 KiB. One that takes nothing for 30 seconds is closed and
resumes by its cursor.

## When access ends

Once a heartbeat the server asks whether the key or the lease still holds. When it has lapsed, was revoked or taken back, the stream ends without
`run.ended`, and the next request is 401.

## In a browser

`EventSource` can send no key and hears only `message` events by `onmessage`. So:

1. Your server asks `POST /v1/runs/{runId}/stream-lease` (body `{ "expiresInSeconds": 600 }`, default 3,600, at most 86,400) and passes on the answer's `url`. It carries
   `access_token`, a lease on the streams of this one run and on nothing else.
2. The page opens it as it is. It says `unnamed=1`: frames then have no `event:` line and heartbeats are left out, so that `onmessage` gets every event.

```js
new EventSource(url).onmessage = (message) => console.log(JSON.parse(message.data));
```

Pages of another origin need that origin among the allowed ones (`MARTLET_ALLOWED_ORIGINS`). Behind a proxy, switch its buffering off (the answer
says `X-Accel-Buffering: no`).
"""###,
html: ###"""
<h1 id="streaming">Streaming</h1>
<p><code>GET /v1/runs/{runId}/events/stream</code> is a <code>text/event-stream</code> (WHATWG server-sent events): the run from its first event, then what
comes, until the run ends. The filters of the list (<code>type</code>, <code>status</code>, <code>pageId</code>, <code>contextId</code>) hold here too.</p>
<pre><code>event: run.event
id: 01a20ad5-1d6e-7000-8000-00040f0f5f04
data: {&quot;id&quot;:&quot;01a20ad5-...&quot;,&quot;seq&quot;:1,&quot;type&quot;:&quot;runtime.lifecycle&quot;,...}
</code></pre>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>event</th>
<th>id</th>
<th>data</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>run.event</code></td>
<td>the event's id</td>
<td>the event, the same bytes as in the list</td>
</tr>
<tr>
<td><code>heartbeat</code></td>
<td>none</td>
<td><code>{ &quot;time&quot; }</code>, when nothing was sent for 10 seconds</td>
</tr>
<tr>
<td><code>run.ended</code></td>
<td>none</td>
<td><code>{ &quot;runId&quot;, &quot;status&quot;, &quot;finishedAt&quot;, &quot;failure&quot; }</code>; the last frame, then the connection closes</td>
</tr>
</tbody>
</table></div>
<h2 id="resuming">Resuming</h2>
<p>The id of a frame is a cursor. Ask with <code>cursor=ID</code>, or send <code>Last-Event-ID</code> (the query wins), and the stream goes on after that event: each
event once, in order, also across a restart of the server. An id that is no event of the run is 400. <code>limit=N</code> closes the stream after N
events, without <code>run.ended</code>. Only events have ids, so a cursor never points at something that is not stored.</p>
<h2 id="slow-readers">Slow readers</h2>
<p>A reader pulls from its cursor; nothing is buffered for it beyond one write of 64 KiB. One that takes nothing for 30 seconds is closed and
resumes by its cursor.</p>
<h2 id="when-access-ends">When access ends</h2>
<p>Once a heartbeat the server asks whether the key or the lease still holds. When it has lapsed, was revoked or taken back, the stream ends without
<code>run.ended</code>, and the next request is 401.</p>
<h2 id="in-a-browser">In a browser</h2>
<p><code>EventSource</code> can send no key and hears only <code>message</code> events by <code>onmessage</code>. So:</p>
<ol>
<li>Your server asks <code>POST /v1/runs/{runId}/stream-lease</code> (body <code>{ &quot;expiresInSeconds&quot;: 600 }</code>, default 3,600, at most 86,400) and passes on the answer's <code>url</code>. It carries
<code>access_token</code>, a lease on the streams of this one run and on nothing else.</li>
<li>The page opens it as it is. It says <code>unnamed=1</code>: frames then have no <code>event:</code> line and heartbeats are left out, so that <code>onmessage</code> gets every event.</li>
</ol>
<pre><code class="language-js">new EventSource(url).onmessage = (message) =&gt; console.log(JSON.parse(message.data));
</code></pre>
<p>Pages of another origin need that origin among the allowed ones (<code>MARTLET_ALLOWED_ORIGINS</code>). Behind a proxy, switch its buffering off (the answer
says <code>X-Accel-Buffering: no</code>).</p>
"""###
)
}
