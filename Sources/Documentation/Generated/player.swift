// Made by scripts/generate-docs from docs/player.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pagePlayer = DocumentationPage(
path: "player", title: ###"""
The player of recordings
"""###, label: ###"""
Player
"""###, summary: ###"""
watching a recording, and its pieces in pages of your own
"""###,
markdown: ###"""
# The player of recordings

Every run can be watched, while it goes on and afterwards. How it is recorded, and what is missing when: `recording.md`.
The button *Video* saves it as an MP4, as far as it goes: `recording-export.md`.

## Watching

`POST /v1/runs/{runId}/recording` (body `{ "expiresInSeconds": 600 }`, default 3,600, at most 86,400) answers in every status of the run:

    {"url":"https://martlet.example/view/recording/…","expiresAt":"2026-11-24T03:00:00.000Z","status":"ready",
     "durationSeconds":94.312,"durationMs":94312,"completeness":1,"form":"log","sizeBytes":6291456,"leaseId":"01a2…"}

The `url` opens the player for whoever has it, until it lapses: no key, no cookie, also in a frame of another origin. It is a secret. Make one for
each viewer. It opens the run's files too (to read), as it opens its activity and events. An address that lapsed answers 410, also while its page is open, and the page says so; one that was never made answers 404.

    <iframe src="URL" width="1280" height="800" allow="fullscreen"></iframe>

| | |
| --- | --- |
| `?theme=light`, `dark`, `auto` | the look; `auto` (as the visitor's system has it) by default |
| `?chrome=part` | all but the name of the product, for a page that says it already |
| `?chrome=none` | only the picture and what steers it |
| `#t=12.5`, `#t=1:02.5`, `#t=1h2m3s` | opens at this moment and stands still there. A player that stands still keeps its moment in its own address |

A run that still goes on opens at what happens now, 1.5 seconds late; it can be scrubbed back to its beginning, and the Live button returns. What is shown
is what is on disk. The clock and the picture never part: where a picture has not come, the clock waits for it.

**Stillness.** Stretches of 10 seconds and more in which neither picture nor activity changes are skipped while playing, with a word about it; the clock jumps, so it stays
true. A stretch that was chosen by hand is not skipped. The switch is in the bar (key S).

**What is missing.** `completeness` is the part of the run that has pictures. Gaps are hatched in the scrubber, and told over the picture with their cause. A picture that does not match its
checksum is left out and said to be.

**Lists.** Activity, Events, Network, Console and Files stand beside the picture and follow it; a click on a row goes to its moment and shows the event in full. Events can be narrowed down by what
they are and by words, which the server looks for; requests are listed when they have ended, with what became of them. However long the run, only the rows in sight are there.

**Keys.** Space or K play and pause, arrows 5 seconds (with Shift 1), J and L 10 seconds, comma and full stop one picture, `[` and `]` one step of the activity, `<` and `>` speed (0.5 to 16),
0 to 9 tenths, Home and End, E live, S stillness, F full screen, ? all of them.

### Talking with the player

The player tells the page that frames it, by `postMessage`:

| message | when |
| --- | --- |
| `{"type":"bctrl:recording-time","seconds","durationSeconds","playing","rate","live","pageId"}` | four times a second while it plays, and after every seek |
| `{"type":"bctrl:recording-status","status","durationSeconds","completeness"}` | on every change: `loading`, `preparing`, `live`, `processing`, `ready`, `not_available`, `failed`, `expired`, `missing`, `disconnected` |

and obeys its parent: `{"type":"bctrl:recording-seek","seconds":12.5}`, `{"type":"bctrl:recording-play"}`, `{"type":"bctrl:recording-pause"}`.

For tests of your own its parts have `data-testid`: `screen` (a canvas of exactly the picture's shape), `scrubber`, `time` (`data-seconds`: the second that the picture on the screen belongs to; `data-duration-seconds`),
`activity`, `events`, `network`, `console`, `files`, `tabs`, `status` (`data-status`), `play`, `rate`, `skip`, `go-live`.

### Beneath the address

What the page uses, a page of your own may use as well. `BASE` is the lease's `url`; times are milliseconds since the run's start.

| request | answer |
| --- | --- |
| `GET BASE/manifest` | run, status, `durationMs`, tabs (`tracks`) with their addresses and titles, which was in front when (`program`), completeness and gaps |
| `GET BASE/index?fromMs=&toMs=&pageId=` | which picture is seen when, as `[number, ms]`: `before` (when the stretch begins), `frames`, `next`. At most 10 minutes and 5,000 pictures; `toMs` tells how far it goes. Without `pageId`: of the tab in front |
| `GET BASE/frames/{number}` | a picture (JPEG). It never changes, but for what video keeps of it when the recording is [archived](recording.md#archives) |
| `GET BASE/frame?atMs=&pageId=` | the picture of a moment, with `X-Frame-Number` and `X-Frame-Time` (seconds), as `GET /v1/runs/{runId}/frames` has them; 204 when there is none |
| `GET BASE/activity?after=&limit=`, `BASE/events?after=&limit=` | rows as the API lists them, by their numbers (`seq`), at most 200 |
| `GET BASE/activity/outline?after=`, `BASE/events/outline?after=` | number, time and type of up to 10,000 rows: `{"types","rows":[number, ms, type, …],"next"}` |
| `GET BASE/events/outline?after=&type=&kind=&q=` | the same of some events: of these types; of these kinds (resource types such as `fetch`, levels such as `error`, and `failed`: no answer, or a status from 400 on); with these words in name, address, text or message. `next` tells how far it has looked |
| `GET BASE/files?cursor=&limit=` | the run's files, newest first: `id`, `name`, `type`, `contentType`, `sizeBytes`, `createdAt` |
| `GET BASE/files/{id}/content` | the bytes of one of them, as an attachment |
"""###,
html: ###"""
<h1 id="the-player-of-recordings">The player of recordings</h1>
<p>Every run can be watched, while it goes on and afterwards. How it is recorded, and what is missing when: <code>recording.md</code>.
The button <em>Video</em> saves it as an MP4, as far as it goes: <code>recording-export.md</code>.</p>
<h2 id="watching">Watching</h2>
<p><code>POST /v1/runs/{runId}/recording</code> (body <code>{ &quot;expiresInSeconds&quot;: 600 }</code>, default 3,600, at most 86,400) answers in every status of the run:</p>
<pre><code>{&quot;url&quot;:&quot;https://martlet.example/view/recording/…&quot;,&quot;expiresAt&quot;:&quot;2026-11-24T03:00:00.000Z&quot;,&quot;status&quot;:&quot;ready&quot;,
 &quot;durationSeconds&quot;:94.312,&quot;durationMs&quot;:94312,&quot;completeness&quot;:1,&quot;form&quot;:&quot;log&quot;,&quot;sizeBytes&quot;:6291456,&quot;leaseId&quot;:&quot;01a2…&quot;}
</code></pre>
<p>The <code>url</code> opens the player for whoever has it, until it lapses: no key, no cookie, also in a frame of another origin. It is a secret. Make one for
each viewer. It opens the run's files too (to read), as it opens its activity and events. An address that lapsed answers 410, also while its page is open, and the page says so; one that was never made answers 404.</p>
<pre><code>&lt;iframe src=&quot;URL&quot; width=&quot;1280&quot; height=&quot;800&quot; allow=&quot;fullscreen&quot;&gt;&lt;/iframe&gt;
</code></pre>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th></th>
<th></th>
</tr>
</thead>
<tbody>
<tr>
<td><code>?theme=light</code>, <code>dark</code>, <code>auto</code></td>
<td>the look; <code>auto</code> (as the visitor's system has it) by default</td>
</tr>
<tr>
<td><code>?chrome=part</code></td>
<td>all but the name of the product, for a page that says it already</td>
</tr>
<tr>
<td><code>?chrome=none</code></td>
<td>only the picture and what steers it</td>
</tr>
<tr>
<td><code>#t=12.5</code>, <code>#t=1:02.5</code>, <code>#t=1h2m3s</code></td>
<td>opens at this moment and stands still there. A player that stands still keeps its moment in its own address</td>
</tr>
</tbody>
</table></div>
<p>A run that still goes on opens at what happens now, 1.5 seconds late; it can be scrubbed back to its beginning, and the Live button returns. What is shown
is what is on disk. The clock and the picture never part: where a picture has not come, the clock waits for it.</p>
<p><strong>Stillness.</strong> Stretches of 10 seconds and more in which neither picture nor activity changes are skipped while playing, with a word about it; the clock jumps, so it stays
true. A stretch that was chosen by hand is not skipped. The switch is in the bar (key S).</p>
<p><strong>What is missing.</strong> <code>completeness</code> is the part of the run that has pictures. Gaps are hatched in the scrubber, and told over the picture with their cause. A picture that does not match its
checksum is left out and said to be.</p>
<p><strong>Lists.</strong> Activity, Events, Network, Console and Files stand beside the picture and follow it; a click on a row goes to its moment and shows the event in full. Events can be narrowed down by what
they are and by words, which the server looks for; requests are listed when they have ended, with what became of them. However long the run, only the rows in sight are there.</p>
<p><strong>Keys.</strong> Space or K play and pause, arrows 5 seconds (with Shift 1), J and L 10 seconds, comma and full stop one picture, <code>[</code> and <code>]</code> one step of the activity, <code>&lt;</code> and <code>&gt;</code> speed (0.5 to 16),
0 to 9 tenths, Home and End, E live, S stillness, F full screen, ? all of them.</p>
<h3 id="talking-with-the-player">Talking with the player</h3>
<p>The player tells the page that frames it, by <code>postMessage</code>:</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>message</th>
<th>when</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>{&quot;type&quot;:&quot;bctrl:recording-time&quot;,&quot;seconds&quot;,&quot;durationSeconds&quot;,&quot;playing&quot;,&quot;rate&quot;,&quot;live&quot;,&quot;pageId&quot;}</code></td>
<td>four times a second while it plays, and after every seek</td>
</tr>
<tr>
<td><code>{&quot;type&quot;:&quot;bctrl:recording-status&quot;,&quot;status&quot;,&quot;durationSeconds&quot;,&quot;completeness&quot;}</code></td>
<td>on every change: <code>loading</code>, <code>preparing</code>, <code>live</code>, <code>processing</code>, <code>ready</code>, <code>not_available</code>, <code>failed</code>, <code>expired</code>, <code>missing</code>, <code>disconnected</code></td>
</tr>
</tbody>
</table></div>
<p>and obeys its parent: <code>{&quot;type&quot;:&quot;bctrl:recording-seek&quot;,&quot;seconds&quot;:12.5}</code>, <code>{&quot;type&quot;:&quot;bctrl:recording-play&quot;}</code>, <code>{&quot;type&quot;:&quot;bctrl:recording-pause&quot;}</code>.</p>
<p>For tests of your own its parts have <code>data-testid</code>: <code>screen</code> (a canvas of exactly the picture's shape), <code>scrubber</code>, <code>time</code> (<code>data-seconds</code>: the second that the picture on the screen belongs to; <code>data-duration-seconds</code>),
<code>activity</code>, <code>events</code>, <code>network</code>, <code>console</code>, <code>files</code>, <code>tabs</code>, <code>status</code> (<code>data-status</code>), <code>play</code>, <code>rate</code>, <code>skip</code>, <code>go-live</code>.</p>
<h3 id="beneath-the-address">Beneath the address</h3>
<p>What the page uses, a page of your own may use as well. <code>BASE</code> is the lease's <code>url</code>; times are milliseconds since the run's start.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>request</th>
<th>answer</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>GET BASE/manifest</code></td>
<td>run, status, <code>durationMs</code>, tabs (<code>tracks</code>) with their addresses and titles, which was in front when (<code>program</code>), completeness and gaps</td>
</tr>
<tr>
<td><code>GET BASE/index?fromMs=&amp;toMs=&amp;pageId=</code></td>
<td>which picture is seen when, as <code>[number, ms]</code>: <code>before</code> (when the stretch begins), <code>frames</code>, <code>next</code>. At most 10 minutes and 5,000 pictures; <code>toMs</code> tells how far it goes. Without <code>pageId</code>: of the tab in front</td>
</tr>
<tr>
<td><code>GET BASE/frames/{number}</code></td>
<td>a picture (JPEG). It never changes, but for what video keeps of it when the recording is <a href="/docs/recording#archives">archived</a></td>
</tr>
<tr>
<td><code>GET BASE/frame?atMs=&amp;pageId=</code></td>
<td>the picture of a moment, with <code>X-Frame-Number</code> and <code>X-Frame-Time</code> (seconds), as <code>GET /v1/runs/{runId}/frames</code> has them; 204 when there is none</td>
</tr>
<tr>
<td><code>GET BASE/activity?after=&amp;limit=</code>, <code>BASE/events?after=&amp;limit=</code></td>
<td>rows as the API lists them, by their numbers (<code>seq</code>), at most 200</td>
</tr>
<tr>
<td><code>GET BASE/activity/outline?after=</code>, <code>BASE/events/outline?after=</code></td>
<td>number, time and type of up to 10,000 rows: <code>{&quot;types&quot;,&quot;rows&quot;:[number, ms, type, …],&quot;next&quot;}</code></td>
</tr>
<tr>
<td><code>GET BASE/events/outline?after=&amp;type=&amp;kind=&amp;q=</code></td>
<td>the same of some events: of these types; of these kinds (resource types such as <code>fetch</code>, levels such as <code>error</code>, and <code>failed</code>: no answer, or a status from 400 on); with these words in name, address, text or message. <code>next</code> tells how far it has looked</td>
</tr>
<tr>
<td><code>GET BASE/files?cursor=&amp;limit=</code></td>
<td>the run's files, newest first: <code>id</code>, <code>name</code>, <code>type</code>, <code>contentType</code>, <code>sizeBytes</code>, <code>createdAt</code></td>
</tr>
<tr>
<td><code>GET BASE/files/{id}/content</code></td>
<td>the bytes of one of them, as an attachment</td>
</tr>
</tbody>
</table></div>
"""###
)
}
