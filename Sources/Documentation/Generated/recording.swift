// Made by scripts/generate-docs from docs/recording.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageRecording = DocumentationPage(
path: "recording", title: ###"""
Recording
"""###, label: ###"""
Recording
"""###, summary: ###"""
the picture over time: what is captured, its status, gaps, a frame of any moment
"""###,
markdown: ###"""
# Recording

Every run is recorded, from before its first page loads until its end, and can be looked at while it goes on. A recording is a log of the
browser's own pictures, not a video: it costs nothing while a page is still, any moment is one read away, and it needs no ffmpeg. What was
committed survives `kill -9` ([format](recording-format.md)).

## The picture of a moment

    GET /v1/runs/{runId}/frames?at=12.5            the page in front, 12.5 seconds after the run's startedAt
    GET /v1/runs/{runId}/frames?at=12.5&pageId=ID  that page, also when it was behind others
    GET /v1/runs/{runId}/frames                    the newest picture of a run that goes on

The answer is `image/jpeg`: the newest frame that is not newer than the moment; before the first frame, the first. Headers tell exactly what it is:

| header | |
| --- | --- |
| `X-Frame-Time` | seconds since the run's start at which the browser showed it, to the millisecond |
| `X-Frame-Timestamp` | the same as a time |
| `X-Frame-Number`, `X-Frame-Page` | its number in the run, and its page |
| `X-Frame-Clamped` | `start` or `end`, when the moment lies outside the run |
| `X-Frame-Damaged` | how many newer frames do not match their checksums and were passed over; absent when none |

`DELETE /v1/runs/{runId}/recording` deletes the recording of an ended run; its bytes are gone when it answers, also while it is being archived.

A recording as MP4 or WebM: [recordings as videos](recording-export.md).

## What is in it

- **Tracks.** Each page is a track. The *program* follows the page in front: the one last opened, activated (`Target.activateTarget`,
  `POST .../targets/{id}/activate`) or brought to the front (`Page.bringToFront`). A page that has just come to the front and has no picture yet
  leaves the one before it standing.
- **Which pages are cast.** The page in front, and of those behind it the three that were last in front or driven. A page that an agent drives
  (input, navigation, script), or a person at a live view, has the full rate wherever it stands; others one picture a second while they change. So an agent
  with twenty tabs pays for four casts at most, and still pages cost nothing. What happens in a tab that nobody drove or showed for long is
  not in the recording until somebody does, or watches it live (eight such tabs at most).
- **Size.** As the browser shows it, at device pixels; larger than 1920 pixels a side it is scaled down. A viewport that changes changes
  the pictures.
- **Times** are the browser's own, taken when it composed the picture. When the machine's clock is set back by more than a second, the recording goes
  on without a break: from then on its times are ahead of those of events and activity by what the clock lost.
- **Nothing changes for the agent**: no focus, no size, no order of tabs; its own screencast works beside ours.

## The rate

A page that moves slower than the rate (10 frames a second unless set otherwise) is recorded frame by frame, each at once. One that moves
faster is sampled: holding back acknowledgements would not make the browser do less (it captures all the same, and drops the last picture of
a burst), so the cast is stopped after each picture and started again when the next is due. A cast that starts gives the present picture at
once; when that is the one before, the burst is over. So the last picture of every burst is in the recording. On a busy machine, where a
sample takes long, longer rests follow: the agent comes first. A page that has not stopped moving after ten samples is sampled for at most a fifth
of the time, so that it costs about a fifth of a core: 4 or 5 pictures a second where a sample takes 45 ms. Live viewers may raise
the rate of the page that they watch, as long as they do; the recording keeps its own.

A page that an agent acts on (a key, the mouse, an address) is about to change, and the agent waits for it. So its cast rests until the agent has
made a pause of one interval (a tenth of a second), and then takes the picture of what came of the step: as a rule one picture a step. An agent that
never pauses is recorded every 400 ms (more seldom on a busy machine, at least every 2 s), and hardly slowed; but a document that has loaded is
captured at once, and so is, when the run is stopped, what was done last. A page that was there for less time than a picture takes (some 50 ms) may be missed. Scripts that only read a page change nothing of this, nor do pages that somebody watches live.

A caret that blinks is a page that moves, for as long as an agent leaves the focus in a field. When nothing but the same two pictures has come in turn
four times, which is some two seconds, such a page is captured once in two seconds, and the second picture is not told again: to the recording it is still,
so that a player skips it. A third picture, an act of the agent, a new document or somebody who watches live ends that; a page that changes by itself meanwhile
is seen at most two seconds late.

## Statuses

| status | meaning |
| --- | --- |
| `preparing` | the run has begun and has no recording on the disk yet (some milliseconds) |
| `processing` | the run goes on; what is there can be played |
| `ready` | the run has ended, also by a crash of browser or server; there is no work after the stop |
| `failed` | it cannot be read for good, such as one of a newer version. Where the disk refuses for the moment, the answer is 503 `storage.unavailable` |
| `not_available` | nothing was recorded, or it was deleted |

**Completeness** is the part of the run's time of which there are pictures, 0 to 1, and each gap is stated with its cause: `disk_full`,
`storage` (the file system refused or was too slow), `browser_hung` (no answer for some seconds), `page_crashed` (the page in front), and
`server_lost` (from the last sign of life to the run's end, when the server was killed). A gap that has not ended reaches until now, or to the run's
end. A page that is still is no gap.

A tenth of the disk, at most 256 MiB, is left to the run's events: with less, pictures pause and say so, and go on when there is room. A file
system that refuses is tried again after a second, then more seldom, up to every half a minute.

## Archives

A log of pictures is quick and large. With the setting `recordingArchiveAfterHours` (off by default) the log of a run that ended so many hours ago becomes
video, a tenth to a third as large, and its bytes are freed. Nothing else changes: player, `frames?at=`, exports, completeness, numbers and times of
pictures, tabs and gaps stay as they were. What a picture shows is what the video has kept of it (H.264 at crf 28; SSIM about 0.98 to the log's picture).
`POST /v1/runs/{runId}/recording` tells the `form`: `log` or `archive`, and its `sizeBytes`.

- **It needs ffmpeg**, to be made and to be looked at: a group of ten pictures at most is decoded at once, and the last 64 MiB of them are kept in memory. Without ffmpeg
  pictures of archives answer 503 `recording.ffmpeg_missing` and logs stay logs, until it is installed.
- **It waits for nobody and stands in nobody's way.** One recording at a time, oldest first, on one thread at the lowest priority (nice 19, I/O class idle), also while
  runs go on: a server that is never idle would never free its disk otherwise. A stop of the server breaks it off at once; the next start begins it anew.
- **The log goes last.** The video is written beside it, put on the disk, decoded from its begin to its end, and compared with the index: as many pictures, each at its
  millisecond. Then the journal says in one step that it counts, and only then the log is removed. Killed anywhere, a recording is a log or an archive, and
  needs no repair ([format](recording-format.md)).
- **Holes stay holes.** A picture that was damaged in the log is damaged in the archive, and said to be. A bit that flips in a video loses its group of pictures.
- **What fails is tried again** after a minute and after ten, then not before the server's next start; each time the log (of the server) says why. On a disk without space for the video everything waits five minutes.

## Switches

Per runtime, in `config` of create and update (ours, beyond the contract; what is left out is as the server's settings say):

    { "config": { "recording": { "enabled": true, "framesPerSecond": 10, "quality": 60 } } }

`framesPerSecond` 1 to 25, `quality` (JPEG) 1 to 100. For the whole server: `recording`, `recordingFramesPerSecond`, `recordingQuality`, and
`recordingRetentionDays` (7; 0 keeps for ever), after which a recording is deleted within an hour, log or archive: see [configuration](configuration.md).
"""###,
html: ###"""
<h1 id="recording">Recording</h1>
<p>Every run is recorded, from before its first page loads until its end, and can be looked at while it goes on. A recording is a log of the
browser's own pictures, not a video: it costs nothing while a page is still, any moment is one read away, and it needs no ffmpeg. What was
committed survives <code>kill -9</code> (<a href="/docs/recording-format">format</a>).</p>
<h2 id="the-picture-of-a-moment">The picture of a moment</h2>
<pre><code>GET /v1/runs/{runId}/frames?at=12.5            the page in front, 12.5 seconds after the run's startedAt
GET /v1/runs/{runId}/frames?at=12.5&amp;pageId=ID  that page, also when it was behind others
GET /v1/runs/{runId}/frames                    the newest picture of a run that goes on
</code></pre>
<p>The answer is <code>image/jpeg</code>: the newest frame that is not newer than the moment; before the first frame, the first. Headers tell exactly what it is:</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>header</th>
<th></th>
</tr>
</thead>
<tbody>
<tr>
<td><code>X-Frame-Time</code></td>
<td>seconds since the run's start at which the browser showed it, to the millisecond</td>
</tr>
<tr>
<td><code>X-Frame-Timestamp</code></td>
<td>the same as a time</td>
</tr>
<tr>
<td><code>X-Frame-Number</code>, <code>X-Frame-Page</code></td>
<td>its number in the run, and its page</td>
</tr>
<tr>
<td><code>X-Frame-Clamped</code></td>
<td><code>start</code> or <code>end</code>, when the moment lies outside the run</td>
</tr>
<tr>
<td><code>X-Frame-Damaged</code></td>
<td>how many newer frames do not match their checksums and were passed over; absent when none</td>
</tr>
</tbody>
</table></div>
<p><code>DELETE /v1/runs/{runId}/recording</code> deletes the recording of an ended run; its bytes are gone when it answers, also while it is being archived.</p>
<p>A recording as MP4 or WebM: <a href="/docs/recording-export">recordings as videos</a>.</p>
<h2 id="what-is-in-it">What is in it</h2>
<ul>
<li><strong>Tracks.</strong> Each page is a track. The <em>program</em> follows the page in front: the one last opened, activated (<code>Target.activateTarget</code>,
<code>POST .../targets/{id}/activate</code>) or brought to the front (<code>Page.bringToFront</code>). A page that has just come to the front and has no picture yet
leaves the one before it standing.</li>
<li><strong>Which pages are cast.</strong> The page in front, and of those behind it the three that were last in front or driven. A page that an agent drives
(input, navigation, script), or a person at a live view, has the full rate wherever it stands; others one picture a second while they change. So an agent
with twenty tabs pays for four casts at most, and still pages cost nothing. What happens in a tab that nobody drove or showed for long is
not in the recording until somebody does, or watches it live (eight such tabs at most).</li>
<li><strong>Size.</strong> As the browser shows it, at device pixels; larger than 1920 pixels a side it is scaled down. A viewport that changes changes
the pictures.</li>
<li><strong>Times</strong> are the browser's own, taken when it composed the picture. When the machine's clock is set back by more than a second, the recording goes
on without a break: from then on its times are ahead of those of events and activity by what the clock lost.</li>
<li><strong>Nothing changes for the agent</strong>: no focus, no size, no order of tabs; its own screencast works beside ours.</li>
</ul>
<h2 id="the-rate">The rate</h2>
<p>A page that moves slower than the rate (10 frames a second unless set otherwise) is recorded frame by frame, each at once. One that moves
faster is sampled: holding back acknowledgements would not make the browser do less (it captures all the same, and drops the last picture of
a burst), so the cast is stopped after each picture and started again when the next is due. A cast that starts gives the present picture at
once; when that is the one before, the burst is over. So the last picture of every burst is in the recording. On a busy machine, where a
sample takes long, longer rests follow: the agent comes first. A page that has not stopped moving after ten samples is sampled for at most a fifth
of the time, so that it costs about a fifth of a core: 4 or 5 pictures a second where a sample takes 45 ms. Live viewers may raise
the rate of the page that they watch, as long as they do; the recording keeps its own.</p>
<p>A page that an agent acts on (a key, the mouse, an address) is about to change, and the agent waits for it. So its cast rests until the agent has
made a pause of one interval (a tenth of a second), and then takes the picture of what came of the step: as a rule one picture a step. An agent that
never pauses is recorded every 400 ms (more seldom on a busy machine, at least every 2 s), and hardly slowed; but a document that has loaded is
captured at once, and so is, when the run is stopped, what was done last. A page that was there for less time than a picture takes (some 50 ms) may be missed. Scripts that only read a page change nothing of this, nor do pages that somebody watches live.</p>
<p>A caret that blinks is a page that moves, for as long as an agent leaves the focus in a field. When nothing but the same two pictures has come in turn
four times, which is some two seconds, such a page is captured once in two seconds, and the second picture is not told again: to the recording it is still,
so that a player skips it. A third picture, an act of the agent, a new document or somebody who watches live ends that; a page that changes by itself meanwhile
is seen at most two seconds late.</p>
<h2 id="statuses">Statuses</h2>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>status</th>
<th>meaning</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>preparing</code></td>
<td>the run has begun and has no recording on the disk yet (some milliseconds)</td>
</tr>
<tr>
<td><code>processing</code></td>
<td>the run goes on; what is there can be played</td>
</tr>
<tr>
<td><code>ready</code></td>
<td>the run has ended, also by a crash of browser or server; there is no work after the stop</td>
</tr>
<tr>
<td><code>failed</code></td>
<td>it cannot be read for good, such as one of a newer version. Where the disk refuses for the moment, the answer is 503 <code>storage.unavailable</code></td>
</tr>
<tr>
<td><code>not_available</code></td>
<td>nothing was recorded, or it was deleted</td>
</tr>
</tbody>
</table></div>
<p><strong>Completeness</strong> is the part of the run's time of which there are pictures, 0 to 1, and each gap is stated with its cause: <code>disk_full</code>,
<code>storage</code> (the file system refused or was too slow), <code>browser_hung</code> (no answer for some seconds), <code>page_crashed</code> (the page in front), and
<code>server_lost</code> (from the last sign of life to the run's end, when the server was killed). A gap that has not ended reaches until now, or to the run's
end. A page that is still is no gap.</p>
<p>A tenth of the disk, at most 256 MiB, is left to the run's events: with less, pictures pause and say so, and go on when there is room. A file
system that refuses is tried again after a second, then more seldom, up to every half a minute.</p>
<h2 id="archives">Archives</h2>
<p>A log of pictures is quick and large. With the setting <code>recordingArchiveAfterHours</code> (off by default) the log of a run that ended so many hours ago becomes
video, a tenth to a third as large, and its bytes are freed. Nothing else changes: player, <code>frames?at=</code>, exports, completeness, numbers and times of
pictures, tabs and gaps stay as they were. What a picture shows is what the video has kept of it (H.264 at crf 28; SSIM about 0.98 to the log's picture).
<code>POST /v1/runs/{runId}/recording</code> tells the <code>form</code>: <code>log</code> or <code>archive</code>, and its <code>sizeBytes</code>.</p>
<ul>
<li><strong>It needs ffmpeg</strong>, to be made and to be looked at: a group of ten pictures at most is decoded at once, and the last 64 MiB of them are kept in memory. Without ffmpeg
pictures of archives answer 503 <code>recording.ffmpeg_missing</code> and logs stay logs, until it is installed.</li>
<li><strong>It waits for nobody and stands in nobody's way.</strong> One recording at a time, oldest first, on one thread at the lowest priority (nice 19, I/O class idle), also while
runs go on: a server that is never idle would never free its disk otherwise. A stop of the server breaks it off at once; the next start begins it anew.</li>
<li><strong>The log goes last.</strong> The video is written beside it, put on the disk, decoded from its begin to its end, and compared with the index: as many pictures, each at its
millisecond. Then the journal says in one step that it counts, and only then the log is removed. Killed anywhere, a recording is a log or an archive, and
needs no repair (<a href="/docs/recording-format">format</a>).</li>
<li><strong>Holes stay holes.</strong> A picture that was damaged in the log is damaged in the archive, and said to be. A bit that flips in a video loses its group of pictures.</li>
<li><strong>What fails is tried again</strong> after a minute and after ten, then not before the server's next start; each time the log (of the server) says why. On a disk without space for the video everything waits five minutes.</li>
</ul>
<h2 id="switches">Switches</h2>
<p>Per runtime, in <code>config</code> of create and update (ours, beyond the contract; what is left out is as the server's settings say):</p>
<pre><code>{ &quot;config&quot;: { &quot;recording&quot;: { &quot;enabled&quot;: true, &quot;framesPerSecond&quot;: 10, &quot;quality&quot;: 60 } } }
</code></pre>
<p><code>framesPerSecond</code> 1 to 25, <code>quality</code> (JPEG) 1 to 100. For the whole server: <code>recording</code>, <code>recordingFramesPerSecond</code>, <code>recordingQuality</code>, and
<code>recordingRetentionDays</code> (7; 0 keeps for ever), after which a recording is deleted within an hour, log or archive: see <a href="/docs/configuration">configuration</a>.</p>
"""###
)
}
