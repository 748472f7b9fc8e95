// Made by scripts/generate-docs from docs/operations.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageOperations = DocumentationPage(
path: "operations", title: ###"""
Operations
"""###, label: ###"""
Operations
"""###, summary: ###"""
starting and stopping, backups, disk, upgrades, what to watch
"""###,
markdown: ###"""
# Operations

## Starting and stopping

`martlet serve` runs in the foreground, logs to standard error and prints where it serves to standard output. SIGTERM and SIGINT end it cleanly: no new starts, open runs are
stopped and sealed, requests under way finish, exit status 0. It waits at most 60 s.

After `kill -9` or a power cut nothing needs repair. The browsers die with the server; the next start closes the runs that were open as failed (`runtime.host_lost`), with all that
was committed. Readers' cursors stay good.

As a systemd service:

```ini
[Unit]
After=network.target

[Service]
ExecStart=/usr/local/bin/martlet serve
Restart=on-failure
TimeoutStopSec=70
LimitNOFILE=65536

[Install]
WantedBy=multi-user.target
```

## Behind a proxy

Serve HTTPS from a proxy, and tell Martlet its address: `--public-url https://martlet.example`. The proxy must pass WebSocket upgrades (`/cdp/`, `/view/`), must not buffer event
streams (Martlet sends `X-Accel-Buffering: no`), and should allow silence of at least 60 s. Heartbeats come every 10 s.

## Disk

| what | how much |
| --- | --- |
| events | about 0.5 KB each |
| recordings | some MB for each minute in which the picture changes; a still page costs nothing. Archived (`recordingArchiveAfterHours`) a tenth to a third of that; the making needs as much space for a while |
| files | their own size; the same bytes once |
| a kept profile | as Chromium makes it, 10 to 100 MB |

When the disk is full a run that cannot be written is ended as failed (`storage.unavailable`) rather than going on unrecorded; a reserve of a few MiB in the data folder lets its end still be
written, and things be taken away: files, runtimes and spaces are deleted, keys and leases revoked. Free space, by `DELETE /v1/files/{fileId}` say, and go on: nothing else is to be done.

## Backups

Stop the server and copy the data folder; or copy `martlet.sqlite` by `sqlite3 martlet.sqlite ".backup copy.sqlite"` while it runs, and the other folders with it. A data folder belongs to one
server at a time; a second one that is started on it refuses.

## Upgrades

Stop the old binary, start the new one on the same data folder. It brings the database to its own form at the start, inside one transaction. A database of a newer version is refused in plain words.

## What to watch

`GET /healthz` answers 200 while the server serves. `martlet doctor` checks browser, fonts, sandbox, disk, ports and limits, and says what to do about each. The log's lines carry `run.id`,
`runtime.id` and `request.id`; the last is also in every answer (`x-request-id`) and in every error.
"""###,
html: ###"""
<h1 id="operations">Operations</h1>
<h2 id="starting-and-stopping">Starting and stopping</h2>
<p><code>martlet serve</code> runs in the foreground, logs to standard error and prints where it serves to standard output. SIGTERM and SIGINT end it cleanly: no new starts, open runs are
stopped and sealed, requests under way finish, exit status 0. It waits at most 60 s.</p>
<p>After <code>kill -9</code> or a power cut nothing needs repair. The browsers die with the server; the next start closes the runs that were open as failed (<code>runtime.host_lost</code>), with all that
was committed. Readers' cursors stay good.</p>
<p>As a systemd service:</p>
<pre><code class="language-ini">[Unit]
After=network.target

[Service]
ExecStart=/usr/local/bin/martlet serve
Restart=on-failure
TimeoutStopSec=70
LimitNOFILE=65536

[Install]
WantedBy=multi-user.target
</code></pre>
<h2 id="behind-a-proxy">Behind a proxy</h2>
<p>Serve HTTPS from a proxy, and tell Martlet its address: <code>--public-url https://martlet.example</code>. The proxy must pass WebSocket upgrades (<code>/cdp/</code>, <code>/view/</code>), must not buffer event
streams (Martlet sends <code>X-Accel-Buffering: no</code>), and should allow silence of at least 60 s. Heartbeats come every 10 s.</p>
<h2 id="disk">Disk</h2>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>what</th>
<th>how much</th>
</tr>
</thead>
<tbody>
<tr>
<td>events</td>
<td>about 0.5 KB each</td>
</tr>
<tr>
<td>recordings</td>
<td>some MB for each minute in which the picture changes; a still page costs nothing. Archived (<code>recordingArchiveAfterHours</code>) a tenth to a third of that; the making needs as much space for a while</td>
</tr>
<tr>
<td>files</td>
<td>their own size; the same bytes once</td>
</tr>
<tr>
<td>a kept profile</td>
<td>as Chromium makes it, 10 to 100 MB</td>
</tr>
</tbody>
</table></div>
<p>When the disk is full a run that cannot be written is ended as failed (<code>storage.unavailable</code>) rather than going on unrecorded; a reserve of a few MiB in the data folder lets its end still be
written, and things be taken away: files, runtimes and spaces are deleted, keys and leases revoked. Free space, by <code>DELETE /v1/files/{fileId}</code> say, and go on: nothing else is to be done.</p>
<h2 id="backups">Backups</h2>
<p>Stop the server and copy the data folder; or copy <code>martlet.sqlite</code> by <code>sqlite3 martlet.sqlite &quot;.backup copy.sqlite&quot;</code> while it runs, and the other folders with it. A data folder belongs to one
server at a time; a second one that is started on it refuses.</p>
<h2 id="upgrades">Upgrades</h2>
<p>Stop the old binary, start the new one on the same data folder. It brings the database to its own form at the start, inside one transaction. A database of a newer version is refused in plain words.</p>
<h2 id="what-to-watch">What to watch</h2>
<p><code>GET /healthz</code> answers 200 while the server serves. <code>martlet doctor</code> checks browser, fonts, sandbox, disk, ports and limits, and says what to do about each. The log's lines carry <code>run.id</code>,
<code>runtime.id</code> and <code>request.id</code>; the last is also in every answer (<code>x-request-id</code>) and in every error.</p>
"""###
)
}
