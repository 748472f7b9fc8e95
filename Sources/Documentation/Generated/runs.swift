// Made by scripts/generate-docs from docs/runs.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageRuns = DocumentationPage(
path: "runs", title: ###"""
Runs
"""###, label: ###"""
Runs
"""###, summary: ###"""
the record of one start to stop: what is in it, how it ends, waiting and listing
"""###,
markdown: ###"""
# Runs

A run is the record of a runtime from one start to its stop or failure. It outlives its runtime, whose name it keeps as `runtimeName` (as it was when the run began; ours, not the contract's), is never changed once it has ended, and is not deleted by the API.

| part | where |
| --- | --- |
| events: each fact, numbered without gaps | `GET /v1/runs/{runId}/events`, [events](events.md) |
| activity: what a person would tell | `GET /v1/runs/{runId}/activity`, [activity](activity.md) |
| both as they happen | `.../events/stream`, `.../activity/stream`, [streaming](streaming.md) |
| the picture over time | `POST /v1/runs/{runId}/recording`, [recording](recording.md), [player](player.md) |
| the files that came out | `GET /v1/runs/{runId}/files`, [files](files.md) |
| the browser itself, while the run is active | `POST /v1/runs/{runId}/live`, [live view](live-view.md) |

## Status

| `status` | meaning |
| --- | --- |
| `active` | the browser runs; `finishedAt` and `durationSeconds` are null |
| `stopped` | it was asked to end: by a call, by the idle timeout, by the server's own end |
| `failed` | it ended by itself; `failure` has a `code` and a `message` ([concepts](concepts.md) lists the codes) |

A run that ended badly is still a run: what was committed before a crash is there, in order, and the run is closed with the code that fits.

## Reading

- `GET /v1/runs` lists runs, newest first, by `status` (may be repeated), `spaceId`, `runtimeId`. `GET /v1/runtimes/{runtimeId}/runs` is the same for one runtime.
- `GET /v1/runs/{runId}` adds `counts` and `usage`. `counts.events` is exact once the run has ended.
- `POST /v1/runs/{runId}/wait` answers when the run has ended, or after `timeoutMs` (at most 60 s) with the run as it is; `waitStatus` tells which.

The first event of a run is `runtime.lifecycle` `started`, the last one `runtime.lifecycle` `stopped` or `failed`. Second 0 of everything is `startedAt`.

## Limits

One run is open on a runtime at a time. 16 runtimes may be active at once unless `--max-runtimes` says otherwise; one more start answers 402.
"""###,
html: ###"""
<h1 id="runs">Runs</h1>
<p>A run is the record of a runtime from one start to its stop or failure. It outlives its runtime, whose name it keeps as <code>runtimeName</code> (as it was when the run began; ours, not the contract's), is never changed once it has ended, and is not deleted by the API.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>part</th>
<th>where</th>
</tr>
</thead>
<tbody>
<tr>
<td>events: each fact, numbered without gaps</td>
<td><code>GET /v1/runs/{runId}/events</code>, <a href="/docs/events">events</a></td>
</tr>
<tr>
<td>activity: what a person would tell</td>
<td><code>GET /v1/runs/{runId}/activity</code>, <a href="/docs/activity">activity</a></td>
</tr>
<tr>
<td>both as they happen</td>
<td><code>.../events/stream</code>, <code>.../activity/stream</code>, <a href="/docs/streaming">streaming</a></td>
</tr>
<tr>
<td>the picture over time</td>
<td><code>POST /v1/runs/{runId}/recording</code>, <a href="/docs/recording">recording</a>, <a href="/docs/player">player</a></td>
</tr>
<tr>
<td>the files that came out</td>
<td><code>GET /v1/runs/{runId}/files</code>, <a href="/docs/files">files</a></td>
</tr>
<tr>
<td>the browser itself, while the run is active</td>
<td><code>POST /v1/runs/{runId}/live</code>, <a href="/docs/live-view">live view</a></td>
</tr>
</tbody>
</table></div>
<h2 id="status">Status</h2>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th><code>status</code></th>
<th>meaning</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>active</code></td>
<td>the browser runs; <code>finishedAt</code> and <code>durationSeconds</code> are null</td>
</tr>
<tr>
<td><code>stopped</code></td>
<td>it was asked to end: by a call, by the idle timeout, by the server's own end</td>
</tr>
<tr>
<td><code>failed</code></td>
<td>it ended by itself; <code>failure</code> has a <code>code</code> and a <code>message</code> (<a href="/docs/concepts">concepts</a> lists the codes)</td>
</tr>
</tbody>
</table></div>
<p>A run that ended badly is still a run: what was committed before a crash is there, in order, and the run is closed with the code that fits.</p>
<h2 id="reading">Reading</h2>
<ul>
<li><code>GET /v1/runs</code> lists runs, newest first, by <code>status</code> (may be repeated), <code>spaceId</code>, <code>runtimeId</code>. <code>GET /v1/runtimes/{runtimeId}/runs</code> is the same for one runtime.</li>
<li><code>GET /v1/runs/{runId}</code> adds <code>counts</code> and <code>usage</code>. <code>counts.events</code> is exact once the run has ended.</li>
<li><code>POST /v1/runs/{runId}/wait</code> answers when the run has ended, or after <code>timeoutMs</code> (at most 60 s) with the run as it is; <code>waitStatus</code> tells which.</li>
</ul>
<p>The first event of a run is <code>runtime.lifecycle</code> <code>started</code>, the last one <code>runtime.lifecycle</code> <code>stopped</code> or <code>failed</code>. Second 0 of everything is <code>startedAt</code>.</p>
<h2 id="limits">Limits</h2>
<p>One run is open on a runtime at a time. 16 runtimes may be active at once unless <code>--max-runtimes</code> says otherwise; one more start answers 402.</p>
"""###
)
}
