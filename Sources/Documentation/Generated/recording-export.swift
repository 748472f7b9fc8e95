// Made by scripts/generate-docs from docs/recording-export.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageRecordingExport = DocumentationPage(
path: "recording-export", title: ###"""
Recordings as videos
"""###, label: ###"""
Recordings as videos
"""###, summary: ###"""
MP4 and WebM of a run, a span or a tab
"""###,
markdown: ###"""
# Recordings as videos

A recording is a log of pictures and needs no video to be watched (`recording.md`, `player.md`). When a video is wanted, the server makes one with
ffmpeg, of an ended run or of what a run that goes on has so far. Ours, beyond the contract.

    POST /v1/runs/{runId}/recording/export
    { "format": "mp4", "fromSeconds": 10, "toSeconds": 25.5, "pageId": "…" }

| member | |
| --- | --- |
| `format` | `mp4` (default; H.264, plays everywhere, its index before the pictures) or `webm` (VP9) |
| `fromSeconds`, `toSeconds` | a span, in seconds since the run's start; default: all that is recorded. What lies outside of it is moved to its ends, and `metadata.clamped` of the file in the answer names the members that were. A span that has no length then is 400 `request.invalid` |
| `pageId` | one tab; default: the page in front |

The answer is 201 with a file of the run: `type` `recording`, its size and SHA-256; `metadata` says format, span, tab, and the video's width
and height. Its bytes, whole or by `Range`: `GET /v1/files/{fileId}/content`. The player has a button for it: viewers with a lease and no key get
the whole recording as MP4, and all viewers of a run share one video at a time.

## When it takes long

- The call waits up to two minutes for the video, then answers 202 with the export as it stands. `Prefer: respond-async` answers at once,
  `Prefer: wait=30` after so many seconds at most (up to 240; RFC 7240).
- An export is `{ "id", "url", "status", "progress", "format", "fromSeconds", "toSeconds", "pageId", "clamped", "createdAt", "file", "error" }`.
  `status` is `queued`, `running`, `finished`, `failed` or `cancelled`; `progress` (0 to 1) is the part of the span that the encoder has taken; `file` is there
  when it is finished.
- `GET /v1/runs/{runId}/recording/export` lists a run's exports, newest first; `GET …/export/{exportId}` reads one; `DELETE …/export/{exportId}` ends
  one, and nothing of it is left. They are remembered until the server ends (the last 200 that have ended); the files stay.
- An export goes on when its caller leaves. Who asks for the same meanwhile joins it; who asks later gets the same file, as long as it is
  there and its metadata says what it shows. `Idempotency-Key` works as elsewhere; a repeated call then gets the first answer, also a 202.
- One video is made at a time (`recordingExports`, 1 to 4), at low priority (nice 15, two threads); at most 100 wait, one more answers 429.

## What the video shows

- **Times are exact**: each picture of the log has a picture of the video at the same millisecond, the first at 0, also where none was taken yet.
  Second 12 of a video of the whole run is second 12 of the run. It is as long as the run (or the span), to the millisecond: the last picture
  is held. Frame rates vary; a still stretch has one picture each ten seconds, so that players find one when they seek.
- **One size**: as wide and as high as the largest pictures of the span (at most 4,096 pixels a side). Smaller ones stand in the middle
  at their own size, on black; nothing is stretched.
- **Gaps are black** (`recording.md` names their causes), and so is a tab before it came and after it went. A page that was truly black
  looks the same: `completeness` of the recording tells them apart.
- Damaged pictures are left out: the one before stays.

The encoder gets each picture as the browser made it, in a Matroska stream with its own times: ffmpeg's readers of bare JPEGs count 25
pictures a second and drop half of a burst. Memory does not grow with the length. The video is written to a file without a name, so that a server that is
killed leaves neither a file nor an ffmpeg behind.

## ffmpeg

The first `ffmpeg` on the server's `PATH`, or the one that the setting `ffmpeg` names; Debian's package `ffmpeg` (5.1 or later) will do.
Without it exports answer 503 `recording.ffmpeg_missing`, and nothing else is missing. It is looked for at each export, so it can be installed while the server runs.
"""###,
html: ###"""
<h1 id="recordings-as-videos">Recordings as videos</h1>
<p>A recording is a log of pictures and needs no video to be watched (<code>recording.md</code>, <code>player.md</code>). When a video is wanted, the server makes one with
ffmpeg, of an ended run or of what a run that goes on has so far. Ours, beyond the contract.</p>
<pre><code>POST /v1/runs/{runId}/recording/export
{ &quot;format&quot;: &quot;mp4&quot;, &quot;fromSeconds&quot;: 10, &quot;toSeconds&quot;: 25.5, &quot;pageId&quot;: &quot;…&quot; }
</code></pre>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>member</th>
<th></th>
</tr>
</thead>
<tbody>
<tr>
<td><code>format</code></td>
<td><code>mp4</code> (default; H.264, plays everywhere, its index before the pictures) or <code>webm</code> (VP9)</td>
</tr>
<tr>
<td><code>fromSeconds</code>, <code>toSeconds</code></td>
<td>a span, in seconds since the run's start; default: all that is recorded. What lies outside of it is moved to its ends, and <code>metadata.clamped</code> of the file in the answer names the members that were. A span that has no length then is 400 <code>request.invalid</code></td>
</tr>
<tr>
<td><code>pageId</code></td>
<td>one tab; default: the page in front</td>
</tr>
</tbody>
</table></div>
<p>The answer is 201 with a file of the run: <code>type</code> <code>recording</code>, its size and SHA-256; <code>metadata</code> says format, span, tab, and the video's width
and height. Its bytes, whole or by <code>Range</code>: <code>GET /v1/files/{fileId}/content</code>. The player has a button for it: viewers with a lease and no key get
the whole recording as MP4, and all viewers of a run share one video at a time.</p>
<h2 id="when-it-takes-long">When it takes long</h2>
<ul>
<li>The call waits up to two minutes for the video, then answers 202 with the export as it stands. <code>Prefer: respond-async</code> answers at once,
<code>Prefer: wait=30</code> after so many seconds at most (up to 240; RFC 7240).</li>
<li>An export is <code>{ &quot;id&quot;, &quot;url&quot;, &quot;status&quot;, &quot;progress&quot;, &quot;format&quot;, &quot;fromSeconds&quot;, &quot;toSeconds&quot;, &quot;pageId&quot;, &quot;clamped&quot;, &quot;createdAt&quot;, &quot;file&quot;, &quot;error&quot; }</code>.
<code>status</code> is <code>queued</code>, <code>running</code>, <code>finished</code>, <code>failed</code> or <code>cancelled</code>; <code>progress</code> (0 to 1) is the part of the span that the encoder has taken; <code>file</code> is there
when it is finished.</li>
<li><code>GET /v1/runs/{runId}/recording/export</code> lists a run's exports, newest first; <code>GET …/export/{exportId}</code> reads one; <code>DELETE …/export/{exportId}</code> ends
one, and nothing of it is left. They are remembered until the server ends (the last 200 that have ended); the files stay.</li>
<li>An export goes on when its caller leaves. Who asks for the same meanwhile joins it; who asks later gets the same file, as long as it is
there and its metadata says what it shows. <code>Idempotency-Key</code> works as elsewhere; a repeated call then gets the first answer, also a 202.</li>
<li>One video is made at a time (<code>recordingExports</code>, 1 to 4), at low priority (nice 15, two threads); at most 100 wait, one more answers 429.</li>
</ul>
<h2 id="what-the-video-shows">What the video shows</h2>
<ul>
<li><strong>Times are exact</strong>: each picture of the log has a picture of the video at the same millisecond, the first at 0, also where none was taken yet.
Second 12 of a video of the whole run is second 12 of the run. It is as long as the run (or the span), to the millisecond: the last picture
is held. Frame rates vary; a still stretch has one picture each ten seconds, so that players find one when they seek.</li>
<li><strong>One size</strong>: as wide and as high as the largest pictures of the span (at most 4,096 pixels a side). Smaller ones stand in the middle
at their own size, on black; nothing is stretched.</li>
<li><strong>Gaps are black</strong> (<code>recording.md</code> names their causes), and so is a tab before it came and after it went. A page that was truly black
looks the same: <code>completeness</code> of the recording tells them apart.</li>
<li>Damaged pictures are left out: the one before stays.</li>
</ul>
<p>The encoder gets each picture as the browser made it, in a Matroska stream with its own times: ffmpeg's readers of bare JPEGs count 25
pictures a second and drop half of a burst. Memory does not grow with the length. The video is written to a file without a name, so that a server that is
killed leaves neither a file nor an ffmpeg behind.</p>
<h2 id="ffmpeg">ffmpeg</h2>
<p>The first <code>ffmpeg</code> on the server's <code>PATH</code>, or the one that the setting <code>ffmpeg</code> names; Debian's package <code>ffmpeg</code> (5.1 or later) will do.
Without it exports answer 503 <code>recording.ffmpeg_missing</code>, and nothing else is missing. It is looked for at each export, so it can be installed while the server runs.</p>
"""###
)
}
