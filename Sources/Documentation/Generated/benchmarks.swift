// Made by scripts/generate-docs from docs/benchmarks.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageBenchmarks = DocumentationPage(
path: "benchmarks", title: ###"""
Benchmarks
"""###, label: ###"""
Benchmarks
"""###, summary: ###"""
what is measured, how, and the last figures
"""###,
markdown: ###"""
# Benchmarks

    scripts/bench                    # all, about ten minutes
    scripts/bench evaluate goto      # some
    scripts/bench page --full        # longer; `page --full` needs 8 GB of disk (TMPDIR says where)
    scripts/bench --json figures.json

The command builds the release binaries, makes a Python environment under `.build/`, and prints for each figure the value,
the peer's value from the same run, their ratio, and the aim. Nothing is asserted, and a missed aim does not make the command
fail: machines differ, and so does one machine from minute to minute. Compare ratios, not times, and only within one run. Stop
what else is running first: server, browser, client and peer share the machine's cores.

## How the pairs are made

- **In turn.** Ours and the peer's are measured alternately, close together, and ratios are taken between neighbours.
- **The bare browser** is the program that Martlet starts, with the same switches, as the same user and with the same sandbox:
  they are read from the process of a browser that Martlet started. Only profile, port and pipe are its own.
- **Straight to the browser** means the loopback port on which the process of Martlet's own browser listens (found through `/proc`;
  Chromium also writes it to `DevToolsActivePort` in the profile folder). The recorder watches in both cases; only the way differs.
- **The plain splice** is 50 lines of C (`Benchmarks/rig/splice.c`): poll, read, write.
- **Clients.** Playwright where the matter is what an agent feels (`cycle`, `goto`, `evaluate`); bare ones where a client's own
  cost would hide what is measured.

## What is measured

| name | figure | peer | aim |
|---|---|---|---|
| `footprint` | time from exec to the first 200 of `/healthz`, new and existing data | | 150 ms |
| | memory (RSS) idle | | 60 MiB |
| | memory for each idle runtime, the server's own | the browser's (PSS) | |
| `cycle` | create, start, connect, goto, stop, one after another | spawn, connect, goto, SIGTERM, wait, remove the profile | ratio 1.25 |
| | p95 / p50 of ten at once | the same, bare | 1.4 |
| `evaluate` | `Runtime.evaluate` through `connectUrl`: time added at the median | the browser's port; the plain splice | 0.10 ms |
| `goto` | `page.goto` to load, one document and one with 30 resources | bare browser | ratio 1.10 |
| `flood` | 100,000 console lines: in the record, in order, once | | all |
| | lines a second until the last came out of the event stream | an observer that counts at the bare browser's pipe | ratio 0.95 |
| `files` | upload of 512 MiB by curl, hashed and durable | nginx, PUT, neither; `dd conv=fdatasync` | ratio 0.7 to nginx |
| | download of 512 MiB by curl | nginx, GET; `cp` | ratio 0.7 to nginx |
| | memory more while 2 GiB are uploaded, downloaded | | 64 MiB |
| `delay` | commit to reader at 2,000 events a second | | median 10 ms, p99 50 ms |
| | page to reader | page to an observer at the bare browser's pipe | |
| `page` | a page of 100 events of 1 or 10 million over HTTP | of 10,000 events; `/healthz` | median 2 ms |
| `replay` | events a second of an ended run to one reader | SQLite alone | 50,000 |
| | memory for stalled readers, of an ended run and of a flood | | 64 MiB |
| `store` | rows a second through the store | the same rows through GRDB alone | ratio 0.8 |
| `fold` | 100,000 and 1,000,000 events folded into activity, without browser and store; rows; memory that stays | | 16 MiB |
| `activity` | a run of 100,000 events, every fiftieth a row, recorded and folded; rows; memory on top | activity off | |
| | from the end of a click to its row on a live stream, median (a click settles after 60 ms) | | 100 ms |
| | a Playwright script of 200 clicks and fills | activity off | 1.05 |
| `sdk` | all events of a run of 1,000,000 by the Swift SDK: events a second, greatest memory | the official Python client over the same run | ratio 1 |
| | the command line: `--version`, `runs list` | | |
| `recording` | frames of 10 hours, written into a log and read: how many, and memory more for the second half | | all; 16 MiB |
| | processor of server and browser with recording, over without, agent-like pages | a screencast piped live into ffmpeg | 4 % of a core |
| | the same, text-heavy page | the same | 4 % of a core |
| | the same, an animated page | the same | 25 % of a core |
| | disk, agent-like pages and text-heavy page, 1280x720 | | 4 MB/min |
| | from stop's answer to a picture of the recording | | 200 ms |
| | a Playwright script of 60 steps without pauses, text-heavy page | not recorded | ratio 1.05 |
| | any moment of a 10-hour recording of 360,000 frames, over HTTP, p95 | | 100 ms |
| | memory of the server while a player reads those 10 hours from end to end | | 16 MiB |
| `recording_export` | likeness (SSIM) of the MP4 and the WebM to the pictures they are made of | live ffmpeg settings | 0.98 |
| `live` | from a picture's swap to a viewer, median: time added | a bare reader of a bare browser's screencast | 15 ms |
| | from a click's message to the page's event, median | | |
| | processor of the server with 0, 1, 20 and 100 viewers of 10 frames a second | | 1 core with 100 |
| | processor of the browser, and the page's own frames a second, with 100 viewers | with one | ratio 1.05, 0.95 |
| | frames a second, animated page (25 is the most) | a bare reader | |
| `archive` | bytes of an archived recording, over those of its log | the log | ratio 0.33 |
| | processor seconds of server and ffmpeg to archive a recorded minute | | |
| | a picture of an archive over HTTP that nobody looked at since the server's start, p95 | | 300 ms |
| | pictures a second, one after another, as in playing on | | 10 |
| | SSIM of an archive's pictures | the log's pictures | 0.96 |

Details that matter for reading them:

- `cycle`: stop answers when the record is sealed and every process and folder of the browser is gone. The bare side waits for
  the browser's main process and removes its profile.
- `flood`: the commands travel on a connection that never asked for console events, so the browser reports to one observer on
  either side. The clock stops when the last line, committed, has reached a reader of the event stream.
- `delay`: a process beside asks SQLite twice a millisecond which event is the last one committed, so "commit to reader" is
  too short by up to half a millisecond and what it takes to notice; "page to reader" has no such error.
- `recording`: of the peer only browser and ffmpeg are counted. Both scripts take a step a second. The *agent-like* one buys in a shop as shops look
  (`Benchmarks/rig/store.py`: a grid of products with photos, a product, a form, a toast; 15 to 75 kB a picture). The *text-heavy* one is a single
  page of 40 long paragraphs, 110 kB a picture, that is filled anew, scrolled, typed and clicked; it was the only one, and called agent-like, up to
  28 November 2026. The long recording is made of the frames of a short one, which come again
  and again: its index has its true length, its pictures are few and lie in the page cache.
- `page`: the run is a copy of a real run's events, written into a stopped server's database. It is read in the state in which it
  was written: most of it in the page cache of the system.

## Figures so far

Release build of 24 November 2026, 2 cores, Chromium headless shell 156, Debian 12. The first table was measured on a quiet machine in the state
of this commit (`scripts/bench footprint cycle evaluate goto flood delay replay activity`), with activity on.

| figure | value | peer | ratio | aim |
|---|---|---|---|---|
| time to the first 200, new / existing data | 39 / 30 ms | | | 150 ms, met |
| memory idle | 41 MiB | | | 60 MiB, met |
| for each idle runtime | 0.31 MiB | 79 MiB | | |
| cycle, one after another | 246 ms | 240 ms | 1.06 | 1.25, met |
| cycle, ten at once, p95 / p50 | 1.27 | 1.08 | | 1.4, met |
| `Runtime.evaluate` added to direct, bare client / Playwright | 0.108 / 0.044 ms | | 1.28 / 1.02 | 0.10 ms, **missed** by a little / met |
| `Runtime.evaluate` added to the plain splice | 0.062 ms | | 1.14 | |
| `goto`, one document / 30 resources | 25.5 / 107 ms | 21.0 / 99 ms | 1.17 / 1.12 | 1.10, **missed** |
| flood, lines in the record, in order, once | 100,000 | | | all, met |
| flood, lines a second | 19,700 | 35,100 | 0.56 | 0.95, **missed** |
| commit to reader, median / p99 | 0 / 0.35 ms | | | 10 / 50 ms, met |
| page to reader, median / p99 | 1.5 / 2.9 ms | 0.4 / 1.3 ms | | |
| replay, events a second | 507,000 | 1,237,000 | 0.41 | 50,000, met |
| memory for ten stalled readers / one beside a flood | 15 / 4.9 MiB | | | 64 MiB, met |
| click to row on a live activity stream, median / p99 | 59 / 60 ms | | | 100 ms, met |
| 200 clicks and fills, activity on / off | 5.02 s | 4.98 s | 1.01 | 1.05, met |
| fold alone, 100,000 events, 2,379 rows (measured on a busy machine) | 592,000 events/s; +2.7 MiB | | | 16 MiB, met |
| fold alone, 1,000,000 events, 23,716 rows (the same) | 545,000 events/s; +2.9 MiB | | | 16 MiB, met |

With `MARTLET_ACTIVITY=off` in the next run: `goto` 1.23 / 1.09, `evaluate` +0.104 ms, so activity is not what costs there.

The second table was measured earlier the same night, while other builds ran (load 4 to 9), so only its ratios say something.

| figure | value | peer | ratio | aim |
|---|---|---|---|---|
| 100 events of 10,000,000 | 0.83 ms | 0.78 ms | 1.07 | 2 ms, met |
| the same, only console lines | 1.25 ms | 1.04 ms | 1.20 | |
| append, 1 run, batches of 100 / 1,000 | 82,000 / 154,000 rows/s | 131,000 / 166,000 | 0.63 / 0.93 | 0.8, **missed** / met |
| append, 8 runs, batches of 100 / 1,000 | 126,000 / 147,000 rows/s | 116,000 / 195,000 | 1.08 / 0.75 | 0.8, met / **missed** |

On the flood: nothing is lost, and the server needs 21 to 31 µs of processor time (more under load) for a line, beside 70 µs of the browser's own. With two
cores for browser, renderer, server and reader, that time is what the ratio shows; single pairs lay between 0.3 and 1.0, the low ones while others were building.

### Recording

Release builds of 29 November 2026 on two cores that other builds and tests shared: load 5 to 6 before, 12 after, so the second column has it
harder. *Before*: a cast of each page that is only slowed when the page moves fast. *After*: it also rests while an agent acts, and an endless
animation is sampled for a part of the time ([recording](recording.md)): a quarter when this was measured, a fifth since, which was not measured again.

| figure | before | after | peer | aim |
|---|---|---|---|---|
| processor for recording, agent-like pages | | 4.4 % of a core (server 0.2) | 16.9 % | 4 %: **missed** by a little; 3.6 % at load 8 |
| the same, text-heavy page | 5.1 % | 3.4 % (server 0.2) | 19.3 % | 4 %: met |
| the same, animated page | 35.4 % | 17.8 % in 20 s; 30 % in its first 10 s, another time | 19.4 % | 25 %: met, **missed** |
| disk, agent-like pages | 2.4 MB/min | 1.9 MB/min | | 4: met |
| disk, text-heavy page | 10.0 MB/min | 7.8 MB/min | | 4: **missed** |
| stop's answer to the first picture, slowest | 5 ms | 50 ms | | 200: met |
| 60 steps without a pause, on / off (before: load 6 and 10, after: 3) | 1.49, 1.32 | 0.95 | | 1.05: met |
| the same, load 14, two tries each | 1.50, 1.61 | 1.07, 1.18 | | 1.05: **missed** |
| any moment of 8 hours (before) or 10 hours (after), p95 | 6.1 ms | 8.6 ms | | 100: met |
| frames of 10 hours, written and read | | 360,000 of 360,000 | | all: met |
| memory more for the second half of them, writing / reading | | 0 / 0 MiB | | 16: met |
| memory more while a player reads 10 hours | | 0.5 MiB | | 16: met |

At the end of that day, with the picture of each document that loads and of what was done last (beside the end of a test run, load 2): agent-like 5.1 %, text-heavy 5.0 %, animated 33.6 % of a
core (the peer 21, 25 and 154 %), all **missed**; 60 steps without a pause 1.13 to 1.15, **missed**; 10 hours p95 2.6 ms. A quiet machine has yet to tell.

What is left is the price of a capture: 20 to 40 ms of the browser's processor (a third of it the whole page drawn once more, the rest the JPEG and its way), one
or two a step; the server's own part is a fiftieth of that. A page of nothing but text weighs 110 kB a picture at quality 60, so a new one each second is more
than 6 MB a minute whatever is done about the rate; quality 40 would save a fifth.

The other benchmarks with every run recorded and with none (`MARTLET_RECORDING`), load 13 to 15, once each, so that only large
differences would mean something. Whether those of `goto` and `flood` are recording's or the load's, a quiet machine must tell:

| figure | recorded | not recorded |
|---|---|---|
| `evaluate`, added to direct, bare client, median | 0.11 to 0.12 ms | 0.17 ms |
| `goto`, one document / 30 resources, ratio to a bare browser | 1.22 / 1.34 | 0.85 / 1.24 |
| memory idle; for each idle runtime | 47.8; 0.37 MiB | 47.4; 0.34 MiB |
| `flood`, ratio of the lines a second to a bare observer's | 0.60 | 0.70 |

Live views on the same day (`scripts/bench live`): swap to viewer +6.2 ms at the median over a bare screencast (aim 15), 100 viewers 0.08 of a core (aim 1).

### Files, captures, the SDK and the command line

Release build of 29 November 2026, 2 cores, Debian 12, while other builds and tests ran (load 5 to 10): the ratios say something, the rates little.

| figure | value | peer | ratio | aim |
|---|---|---|---|---|
| upload of 512 MiB | 464 MB/s | 1,215 MB/s (`dd`, synced) | 0.38 | |
| download of 512 MiB | 1,282 MB/s | 3,565 MB/s (`cp`) | 0.38 | |
| the same at load 15: upload / download | 162 / 452 MB/s | 276 / 277 MB/s (nginx, neither hashed nor synced) | 0.67 / 1.70 | 0.7: **missed** by a little / met |
| memory more while 2 GiB are uploaded / downloaded | 3.6 / 0.8 MiB | | | 64 MiB, met |
| archive of 10,000 files of 4 KiB | 0.63 s | 0.26 s (`zip -0`) | 2.23 | |
| archive of 20 files of 25 MiB | 1.34 s | 2.77 s (`zip -0`) | 0.54 | |
| memory more after either archive | 25 / 1.6 MiB | | | 64 MiB, met |
| one `page.screenshot()`, kept as a file | 107 ms | 108 ms (switched off) | 0.96 | 1.03, met |
| `events.all` of 1,000,000 events by the Swift SDK | 57,400 events/s | 43,500 events/s (the official Python client) | 1.32 | 1, met |
| greatest memory of that | 30.4 MiB | 29.4 MiB | 1.03 | |
| `martlet --version` / `runs list`, median (load 5) | 20 / 32 ms | | | |

The server takes 1.2 s of processor time for an upload of 512 MiB (copies in and out of the kernel 0.6 s, SHA-256 0.4 s) and 0.44 s for a download. Client and server share two cores.

### Live views

Release build of 29 November 2026 (`scripts/bench live`), 2 cores that other tests shared (load about 5), Chromium headless shell 156. A page of 40 lines of text that changes ten times a second.

| figure | value | peer | aim |
|---|---|---|---|
| swap to viewer, median, added to a bare screencast | -3.8 ms (4.9 ms in all) | 8.8 ms | 15 ms, met |
| swap to viewer, p95 | 22 ms | 37 ms | |
| click's message to the page's event, median | 1.2 ms | | |
| server without viewers (it records) / with 1 / 20 / 100 | 0.013 / 0.013 / 0.027 / 0.084 cores | | 1 core with 100, met |
| frames a second to each of 1 / 20 / 100 | 10 / 10 / 10 | | |
| server for each viewer, of 100 | 0.07 % of a core | | |
| browser with 100 viewers | 0.223 cores | 0.226 with one (ratio 0.99) | 1.05, met |
| the page's own frames a second with 100 viewers | 55 | 57 with one (ratio 0.97) | 0.95, met |
| frames a second, animated page | 20 | 55 | (25 is the most) |

The peer is a reader in Python, which shares the machine with its browser; the server is a little quicker than that. Viewers that read and acknowledge are a process of their own, which needs most of a core for 100.

### Archives, first figures

Debug build of the server of 29 November 2026, while other builds and tests ran (load 10), `archive`: bytes and likeness say something, times are too long.

| figure | agent-like page | animated page | aim |
| --- | --- | --- | --- |
| bytes, over those of the log | 0.23 (1.8 of 7.5 MB/min) | 0.10 (5.8 of 57 MB/min) | 0.33, met |
| processor to archive a recorded minute | 3.7 s | 13.0 s | |
| a picture nobody looked at, median / p95 | 202 / 330 ms | 260 / 497 ms | 300 ms, **missed** |
| pictures a second, one after another | 17 | 20 | 10, met |
| a picture that was looked at before, p95 | 47 ms | 56 ms | |
| SSIM to the log's pictures | 0.988 | 0.989 | 0.96, met |
"""###,
html: ###"""
<h1 id="benchmarks">Benchmarks</h1>
<pre><code>scripts/bench                    # all, about ten minutes
scripts/bench evaluate goto      # some
scripts/bench page --full        # longer; `page --full` needs 8 GB of disk (TMPDIR says where)
scripts/bench --json figures.json
</code></pre>
<p>The command builds the release binaries, makes a Python environment under <code>.build/</code>, and prints for each figure the value,
the peer's value from the same run, their ratio, and the aim. Nothing is asserted, and a missed aim does not make the command
fail: machines differ, and so does one machine from minute to minute. Compare ratios, not times, and only within one run. Stop
what else is running first: server, browser, client and peer share the machine's cores.</p>
<h2 id="how-the-pairs-are-made">How the pairs are made</h2>
<ul>
<li><strong>In turn.</strong> Ours and the peer's are measured alternately, close together, and ratios are taken between neighbours.</li>
<li><strong>The bare browser</strong> is the program that Martlet starts, with the same switches, as the same user and with the same sandbox:
they are read from the process of a browser that Martlet started. Only profile, port and pipe are its own.</li>
<li><strong>Straight to the browser</strong> means the loopback port on which the process of Martlet's own browser listens (found through <code>/proc</code>;
Chromium also writes it to <code>DevToolsActivePort</code> in the profile folder). The recorder watches in both cases; only the way differs.</li>
<li><strong>The plain splice</strong> is 50 lines of C (<code>Benchmarks/rig/splice.c</code>): poll, read, write.</li>
<li><strong>Clients.</strong> Playwright where the matter is what an agent feels (<code>cycle</code>, <code>goto</code>, <code>evaluate</code>); bare ones where a client's own
cost would hide what is measured.</li>
</ul>
<h2 id="what-is-measured">What is measured</h2>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>name</th>
<th>figure</th>
<th>peer</th>
<th>aim</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>footprint</code></td>
<td>time from exec to the first 200 of <code>/healthz</code>, new and existing data</td>
<td></td>
<td>150 ms</td>
</tr>
<tr>
<td></td>
<td>memory (RSS) idle</td>
<td></td>
<td>60 MiB</td>
</tr>
<tr>
<td></td>
<td>memory for each idle runtime, the server's own</td>
<td>the browser's (PSS)</td>
<td></td>
</tr>
<tr>
<td><code>cycle</code></td>
<td>create, start, connect, goto, stop, one after another</td>
<td>spawn, connect, goto, SIGTERM, wait, remove the profile</td>
<td>ratio 1.25</td>
</tr>
<tr>
<td></td>
<td>p95 / p50 of ten at once</td>
<td>the same, bare</td>
<td>1.4</td>
</tr>
<tr>
<td><code>evaluate</code></td>
<td><code>Runtime.evaluate</code> through <code>connectUrl</code>: time added at the median</td>
<td>the browser's port; the plain splice</td>
<td>0.10 ms</td>
</tr>
<tr>
<td><code>goto</code></td>
<td><code>page.goto</code> to load, one document and one with 30 resources</td>
<td>bare browser</td>
<td>ratio 1.10</td>
</tr>
<tr>
<td><code>flood</code></td>
<td>100,000 console lines: in the record, in order, once</td>
<td></td>
<td>all</td>
</tr>
<tr>
<td></td>
<td>lines a second until the last came out of the event stream</td>
<td>an observer that counts at the bare browser's pipe</td>
<td>ratio 0.95</td>
</tr>
<tr>
<td><code>files</code></td>
<td>upload of 512 MiB by curl, hashed and durable</td>
<td>nginx, PUT, neither; <code>dd conv=fdatasync</code></td>
<td>ratio 0.7 to nginx</td>
</tr>
<tr>
<td></td>
<td>download of 512 MiB by curl</td>
<td>nginx, GET; <code>cp</code></td>
<td>ratio 0.7 to nginx</td>
</tr>
<tr>
<td></td>
<td>memory more while 2 GiB are uploaded, downloaded</td>
<td></td>
<td>64 MiB</td>
</tr>
<tr>
<td><code>delay</code></td>
<td>commit to reader at 2,000 events a second</td>
<td></td>
<td>median 10 ms, p99 50 ms</td>
</tr>
<tr>
<td></td>
<td>page to reader</td>
<td>page to an observer at the bare browser's pipe</td>
<td></td>
</tr>
<tr>
<td><code>page</code></td>
<td>a page of 100 events of 1 or 10 million over HTTP</td>
<td>of 10,000 events; <code>/healthz</code></td>
<td>median 2 ms</td>
</tr>
<tr>
<td><code>replay</code></td>
<td>events a second of an ended run to one reader</td>
<td>SQLite alone</td>
<td>50,000</td>
</tr>
<tr>
<td></td>
<td>memory for stalled readers, of an ended run and of a flood</td>
<td></td>
<td>64 MiB</td>
</tr>
<tr>
<td><code>store</code></td>
<td>rows a second through the store</td>
<td>the same rows through GRDB alone</td>
<td>ratio 0.8</td>
</tr>
<tr>
<td><code>fold</code></td>
<td>100,000 and 1,000,000 events folded into activity, without browser and store; rows; memory that stays</td>
<td></td>
<td>16 MiB</td>
</tr>
<tr>
<td><code>activity</code></td>
<td>a run of 100,000 events, every fiftieth a row, recorded and folded; rows; memory on top</td>
<td>activity off</td>
<td></td>
</tr>
<tr>
<td></td>
<td>from the end of a click to its row on a live stream, median (a click settles after 60 ms)</td>
<td></td>
<td>100 ms</td>
</tr>
<tr>
<td></td>
<td>a Playwright script of 200 clicks and fills</td>
<td>activity off</td>
<td>1.05</td>
</tr>
<tr>
<td><code>sdk</code></td>
<td>all events of a run of 1,000,000 by the Swift SDK: events a second, greatest memory</td>
<td>the official Python client over the same run</td>
<td>ratio 1</td>
</tr>
<tr>
<td></td>
<td>the command line: <code>--version</code>, <code>runs list</code></td>
<td></td>
<td></td>
</tr>
<tr>
<td><code>recording</code></td>
<td>frames of 10 hours, written into a log and read: how many, and memory more for the second half</td>
<td></td>
<td>all; 16 MiB</td>
</tr>
<tr>
<td></td>
<td>processor of server and browser with recording, over without, agent-like pages</td>
<td>a screencast piped live into ffmpeg</td>
<td>4 % of a core</td>
</tr>
<tr>
<td></td>
<td>the same, text-heavy page</td>
<td>the same</td>
<td>4 % of a core</td>
</tr>
<tr>
<td></td>
<td>the same, an animated page</td>
<td>the same</td>
<td>25 % of a core</td>
</tr>
<tr>
<td></td>
<td>disk, agent-like pages and text-heavy page, 1280x720</td>
<td></td>
<td>4 MB/min</td>
</tr>
<tr>
<td></td>
<td>from stop's answer to a picture of the recording</td>
<td></td>
<td>200 ms</td>
</tr>
<tr>
<td></td>
<td>a Playwright script of 60 steps without pauses, text-heavy page</td>
<td>not recorded</td>
<td>ratio 1.05</td>
</tr>
<tr>
<td></td>
<td>any moment of a 10-hour recording of 360,000 frames, over HTTP, p95</td>
<td></td>
<td>100 ms</td>
</tr>
<tr>
<td></td>
<td>memory of the server while a player reads those 10 hours from end to end</td>
<td></td>
<td>16 MiB</td>
</tr>
<tr>
<td><code>recording_export</code></td>
<td>likeness (SSIM) of the MP4 and the WebM to the pictures they are made of</td>
<td>live ffmpeg settings</td>
<td>0.98</td>
</tr>
<tr>
<td><code>live</code></td>
<td>from a picture's swap to a viewer, median: time added</td>
<td>a bare reader of a bare browser's screencast</td>
<td>15 ms</td>
</tr>
<tr>
<td></td>
<td>from a click's message to the page's event, median</td>
<td></td>
<td></td>
</tr>
<tr>
<td></td>
<td>processor of the server with 0, 1, 20 and 100 viewers of 10 frames a second</td>
<td></td>
<td>1 core with 100</td>
</tr>
<tr>
<td></td>
<td>processor of the browser, and the page's own frames a second, with 100 viewers</td>
<td>with one</td>
<td>ratio 1.05, 0.95</td>
</tr>
<tr>
<td></td>
<td>frames a second, animated page (25 is the most)</td>
<td>a bare reader</td>
<td></td>
</tr>
<tr>
<td><code>archive</code></td>
<td>bytes of an archived recording, over those of its log</td>
<td>the log</td>
<td>ratio 0.33</td>
</tr>
<tr>
<td></td>
<td>processor seconds of server and ffmpeg to archive a recorded minute</td>
<td></td>
<td></td>
</tr>
<tr>
<td></td>
<td>a picture of an archive over HTTP that nobody looked at since the server's start, p95</td>
<td></td>
<td>300 ms</td>
</tr>
<tr>
<td></td>
<td>pictures a second, one after another, as in playing on</td>
<td></td>
<td>10</td>
</tr>
<tr>
<td></td>
<td>SSIM of an archive's pictures</td>
<td>the log's pictures</td>
<td>0.96</td>
</tr>
</tbody>
</table></div>
<p>Details that matter for reading them:</p>
<ul>
<li><code>cycle</code>: stop answers when the record is sealed and every process and folder of the browser is gone. The bare side waits for
the browser's main process and removes its profile.</li>
<li><code>flood</code>: the commands travel on a connection that never asked for console events, so the browser reports to one observer on
either side. The clock stops when the last line, committed, has reached a reader of the event stream.</li>
<li><code>delay</code>: a process beside asks SQLite twice a millisecond which event is the last one committed, so &quot;commit to reader&quot; is
too short by up to half a millisecond and what it takes to notice; &quot;page to reader&quot; has no such error.</li>
<li><code>recording</code>: of the peer only browser and ffmpeg are counted. Both scripts take a step a second. The <em>agent-like</em> one buys in a shop as shops look
(<code>Benchmarks/rig/store.py</code>: a grid of products with photos, a product, a form, a toast; 15 to 75 kB a picture). The <em>text-heavy</em> one is a single
page of 40 long paragraphs, 110 kB a picture, that is filled anew, scrolled, typed and clicked; it was the only one, and called agent-like, up to
28 November 2026. The long recording is made of the frames of a short one, which come again
and again: its index has its true length, its pictures are few and lie in the page cache.</li>
<li><code>page</code>: the run is a copy of a real run's events, written into a stopped server's database. It is read in the state in which it
was written: most of it in the page cache of the system.</li>
</ul>
<h2 id="figures-so-far">Figures so far</h2>
<p>Release build of 24 November 2026, 2 cores, Chromium headless shell 156, Debian 12. The first table was measured on a quiet machine in the state
of this commit (<code>scripts/bench footprint cycle evaluate goto flood delay replay activity</code>), with activity on.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>figure</th>
<th>value</th>
<th>peer</th>
<th>ratio</th>
<th>aim</th>
</tr>
</thead>
<tbody>
<tr>
<td>time to the first 200, new / existing data</td>
<td>39 / 30 ms</td>
<td></td>
<td></td>
<td>150 ms, met</td>
</tr>
<tr>
<td>memory idle</td>
<td>41 MiB</td>
<td></td>
<td></td>
<td>60 MiB, met</td>
</tr>
<tr>
<td>for each idle runtime</td>
<td>0.31 MiB</td>
<td>79 MiB</td>
<td></td>
<td></td>
</tr>
<tr>
<td>cycle, one after another</td>
<td>246 ms</td>
<td>240 ms</td>
<td>1.06</td>
<td>1.25, met</td>
</tr>
<tr>
<td>cycle, ten at once, p95 / p50</td>
<td>1.27</td>
<td>1.08</td>
<td></td>
<td>1.4, met</td>
</tr>
<tr>
<td><code>Runtime.evaluate</code> added to direct, bare client / Playwright</td>
<td>0.108 / 0.044 ms</td>
<td></td>
<td>1.28 / 1.02</td>
<td>0.10 ms, <strong>missed</strong> by a little / met</td>
</tr>
<tr>
<td><code>Runtime.evaluate</code> added to the plain splice</td>
<td>0.062 ms</td>
<td></td>
<td>1.14</td>
<td></td>
</tr>
<tr>
<td><code>goto</code>, one document / 30 resources</td>
<td>25.5 / 107 ms</td>
<td>21.0 / 99 ms</td>
<td>1.17 / 1.12</td>
<td>1.10, <strong>missed</strong></td>
</tr>
<tr>
<td>flood, lines in the record, in order, once</td>
<td>100,000</td>
<td></td>
<td></td>
<td>all, met</td>
</tr>
<tr>
<td>flood, lines a second</td>
<td>19,700</td>
<td>35,100</td>
<td>0.56</td>
<td>0.95, <strong>missed</strong></td>
</tr>
<tr>
<td>commit to reader, median / p99</td>
<td>0 / 0.35 ms</td>
<td></td>
<td></td>
<td>10 / 50 ms, met</td>
</tr>
<tr>
<td>page to reader, median / p99</td>
<td>1.5 / 2.9 ms</td>
<td>0.4 / 1.3 ms</td>
<td></td>
<td></td>
</tr>
<tr>
<td>replay, events a second</td>
<td>507,000</td>
<td>1,237,000</td>
<td>0.41</td>
<td>50,000, met</td>
</tr>
<tr>
<td>memory for ten stalled readers / one beside a flood</td>
<td>15 / 4.9 MiB</td>
<td></td>
<td></td>
<td>64 MiB, met</td>
</tr>
<tr>
<td>click to row on a live activity stream, median / p99</td>
<td>59 / 60 ms</td>
<td></td>
<td></td>
<td>100 ms, met</td>
</tr>
<tr>
<td>200 clicks and fills, activity on / off</td>
<td>5.02 s</td>
<td>4.98 s</td>
<td>1.01</td>
<td>1.05, met</td>
</tr>
<tr>
<td>fold alone, 100,000 events, 2,379 rows (measured on a busy machine)</td>
<td>592,000 events/s; +2.7 MiB</td>
<td></td>
<td></td>
<td>16 MiB, met</td>
</tr>
<tr>
<td>fold alone, 1,000,000 events, 23,716 rows (the same)</td>
<td>545,000 events/s; +2.9 MiB</td>
<td></td>
<td></td>
<td>16 MiB, met</td>
</tr>
</tbody>
</table></div>
<p>With <code>MARTLET_ACTIVITY=off</code> in the next run: <code>goto</code> 1.23 / 1.09, <code>evaluate</code> +0.104 ms, so activity is not what costs there.</p>
<p>The second table was measured earlier the same night, while other builds ran (load 4 to 9), so only its ratios say something.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>figure</th>
<th>value</th>
<th>peer</th>
<th>ratio</th>
<th>aim</th>
</tr>
</thead>
<tbody>
<tr>
<td>100 events of 10,000,000</td>
<td>0.83 ms</td>
<td>0.78 ms</td>
<td>1.07</td>
<td>2 ms, met</td>
</tr>
<tr>
<td>the same, only console lines</td>
<td>1.25 ms</td>
<td>1.04 ms</td>
<td>1.20</td>
<td></td>
</tr>
<tr>
<td>append, 1 run, batches of 100 / 1,000</td>
<td>82,000 / 154,000 rows/s</td>
<td>131,000 / 166,000</td>
<td>0.63 / 0.93</td>
<td>0.8, <strong>missed</strong> / met</td>
</tr>
<tr>
<td>append, 8 runs, batches of 100 / 1,000</td>
<td>126,000 / 147,000 rows/s</td>
<td>116,000 / 195,000</td>
<td>1.08 / 0.75</td>
<td>0.8, met / <strong>missed</strong></td>
</tr>
</tbody>
</table></div>
<p>On the flood: nothing is lost, and the server needs 21 to 31 µs of processor time (more under load) for a line, beside 70 µs of the browser's own. With two
cores for browser, renderer, server and reader, that time is what the ratio shows; single pairs lay between 0.3 and 1.0, the low ones while others were building.</p>
<h3 id="recording">Recording</h3>
<p>Release builds of 29 November 2026 on two cores that other builds and tests shared: load 5 to 6 before, 12 after, so the second column has it
harder. <em>Before</em>: a cast of each page that is only slowed when the page moves fast. <em>After</em>: it also rests while an agent acts, and an endless
animation is sampled for a part of the time (<a href="/docs/recording">recording</a>): a quarter when this was measured, a fifth since, which was not measured again.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>figure</th>
<th>before</th>
<th>after</th>
<th>peer</th>
<th>aim</th>
</tr>
</thead>
<tbody>
<tr>
<td>processor for recording, agent-like pages</td>
<td></td>
<td>4.4 % of a core (server 0.2)</td>
<td>16.9 %</td>
<td>4 %: <strong>missed</strong> by a little; 3.6 % at load 8</td>
</tr>
<tr>
<td>the same, text-heavy page</td>
<td>5.1 %</td>
<td>3.4 % (server 0.2)</td>
<td>19.3 %</td>
<td>4 %: met</td>
</tr>
<tr>
<td>the same, animated page</td>
<td>35.4 %</td>
<td>17.8 % in 20 s; 30 % in its first 10 s, another time</td>
<td>19.4 %</td>
<td>25 %: met, <strong>missed</strong></td>
</tr>
<tr>
<td>disk, agent-like pages</td>
<td>2.4 MB/min</td>
<td>1.9 MB/min</td>
<td></td>
<td>4: met</td>
</tr>
<tr>
<td>disk, text-heavy page</td>
<td>10.0 MB/min</td>
<td>7.8 MB/min</td>
<td></td>
<td>4: <strong>missed</strong></td>
</tr>
<tr>
<td>stop's answer to the first picture, slowest</td>
<td>5 ms</td>
<td>50 ms</td>
<td></td>
<td>200: met</td>
</tr>
<tr>
<td>60 steps without a pause, on / off (before: load 6 and 10, after: 3)</td>
<td>1.49, 1.32</td>
<td>0.95</td>
<td></td>
<td>1.05: met</td>
</tr>
<tr>
<td>the same, load 14, two tries each</td>
<td>1.50, 1.61</td>
<td>1.07, 1.18</td>
<td></td>
<td>1.05: <strong>missed</strong></td>
</tr>
<tr>
<td>any moment of 8 hours (before) or 10 hours (after), p95</td>
<td>6.1 ms</td>
<td>8.6 ms</td>
<td></td>
<td>100: met</td>
</tr>
<tr>
<td>frames of 10 hours, written and read</td>
<td></td>
<td>360,000 of 360,000</td>
<td></td>
<td>all: met</td>
</tr>
<tr>
<td>memory more for the second half of them, writing / reading</td>
<td></td>
<td>0 / 0 MiB</td>
<td></td>
<td>16: met</td>
</tr>
<tr>
<td>memory more while a player reads 10 hours</td>
<td></td>
<td>0.5 MiB</td>
<td></td>
<td>16: met</td>
</tr>
</tbody>
</table></div>
<p>At the end of that day, with the picture of each document that loads and of what was done last (beside the end of a test run, load 2): agent-like 5.1 %, text-heavy 5.0 %, animated 33.6 % of a
core (the peer 21, 25 and 154 %), all <strong>missed</strong>; 60 steps without a pause 1.13 to 1.15, <strong>missed</strong>; 10 hours p95 2.6 ms. A quiet machine has yet to tell.</p>
<p>What is left is the price of a capture: 20 to 40 ms of the browser's processor (a third of it the whole page drawn once more, the rest the JPEG and its way), one
or two a step; the server's own part is a fiftieth of that. A page of nothing but text weighs 110 kB a picture at quality 60, so a new one each second is more
than 6 MB a minute whatever is done about the rate; quality 40 would save a fifth.</p>
<p>The other benchmarks with every run recorded and with none (<code>MARTLET_RECORDING</code>), load 13 to 15, once each, so that only large
differences would mean something. Whether those of <code>goto</code> and <code>flood</code> are recording's or the load's, a quiet machine must tell:</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>figure</th>
<th>recorded</th>
<th>not recorded</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>evaluate</code>, added to direct, bare client, median</td>
<td>0.11 to 0.12 ms</td>
<td>0.17 ms</td>
</tr>
<tr>
<td><code>goto</code>, one document / 30 resources, ratio to a bare browser</td>
<td>1.22 / 1.34</td>
<td>0.85 / 1.24</td>
</tr>
<tr>
<td>memory idle; for each idle runtime</td>
<td>47.8; 0.37 MiB</td>
<td>47.4; 0.34 MiB</td>
</tr>
<tr>
<td><code>flood</code>, ratio of the lines a second to a bare observer's</td>
<td>0.60</td>
<td>0.70</td>
</tr>
</tbody>
</table></div>
<p>Live views on the same day (<code>scripts/bench live</code>): swap to viewer +6.2 ms at the median over a bare screencast (aim 15), 100 viewers 0.08 of a core (aim 1).</p>
<h3 id="files-captures-the-sdk-and-the-command-line">Files, captures, the SDK and the command line</h3>
<p>Release build of 29 November 2026, 2 cores, Debian 12, while other builds and tests ran (load 5 to 10): the ratios say something, the rates little.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>figure</th>
<th>value</th>
<th>peer</th>
<th>ratio</th>
<th>aim</th>
</tr>
</thead>
<tbody>
<tr>
<td>upload of 512 MiB</td>
<td>464 MB/s</td>
<td>1,215 MB/s (<code>dd</code>, synced)</td>
<td>0.38</td>
<td></td>
</tr>
<tr>
<td>download of 512 MiB</td>
<td>1,282 MB/s</td>
<td>3,565 MB/s (<code>cp</code>)</td>
<td>0.38</td>
<td></td>
</tr>
<tr>
<td>the same at load 15: upload / download</td>
<td>162 / 452 MB/s</td>
<td>276 / 277 MB/s (nginx, neither hashed nor synced)</td>
<td>0.67 / 1.70</td>
<td>0.7: <strong>missed</strong> by a little / met</td>
</tr>
<tr>
<td>memory more while 2 GiB are uploaded / downloaded</td>
<td>3.6 / 0.8 MiB</td>
<td></td>
<td></td>
<td>64 MiB, met</td>
</tr>
<tr>
<td>archive of 10,000 files of 4 KiB</td>
<td>0.63 s</td>
<td>0.26 s (<code>zip -0</code>)</td>
<td>2.23</td>
<td></td>
</tr>
<tr>
<td>archive of 20 files of 25 MiB</td>
<td>1.34 s</td>
<td>2.77 s (<code>zip -0</code>)</td>
<td>0.54</td>
<td></td>
</tr>
<tr>
<td>memory more after either archive</td>
<td>25 / 1.6 MiB</td>
<td></td>
<td></td>
<td>64 MiB, met</td>
</tr>
<tr>
<td>one <code>page.screenshot()</code>, kept as a file</td>
<td>107 ms</td>
<td>108 ms (switched off)</td>
<td>0.96</td>
<td>1.03, met</td>
</tr>
<tr>
<td><code>events.all</code> of 1,000,000 events by the Swift SDK</td>
<td>57,400 events/s</td>
<td>43,500 events/s (the official Python client)</td>
<td>1.32</td>
<td>1, met</td>
</tr>
<tr>
<td>greatest memory of that</td>
<td>30.4 MiB</td>
<td>29.4 MiB</td>
<td>1.03</td>
<td></td>
</tr>
<tr>
<td><code>martlet --version</code> / <code>runs list</code>, median (load 5)</td>
<td>20 / 32 ms</td>
<td></td>
<td></td>
<td></td>
</tr>
</tbody>
</table></div>
<p>The server takes 1.2 s of processor time for an upload of 512 MiB (copies in and out of the kernel 0.6 s, SHA-256 0.4 s) and 0.44 s for a download. Client and server share two cores.</p>
<h3 id="live-views">Live views</h3>
<p>Release build of 29 November 2026 (<code>scripts/bench live</code>), 2 cores that other tests shared (load about 5), Chromium headless shell 156. A page of 40 lines of text that changes ten times a second.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>figure</th>
<th>value</th>
<th>peer</th>
<th>aim</th>
</tr>
</thead>
<tbody>
<tr>
<td>swap to viewer, median, added to a bare screencast</td>
<td>-3.8 ms (4.9 ms in all)</td>
<td>8.8 ms</td>
<td>15 ms, met</td>
</tr>
<tr>
<td>swap to viewer, p95</td>
<td>22 ms</td>
<td>37 ms</td>
<td></td>
</tr>
<tr>
<td>click's message to the page's event, median</td>
<td>1.2 ms</td>
<td></td>
<td></td>
</tr>
<tr>
<td>server without viewers (it records) / with 1 / 20 / 100</td>
<td>0.013 / 0.013 / 0.027 / 0.084 cores</td>
<td></td>
<td>1 core with 100, met</td>
</tr>
<tr>
<td>frames a second to each of 1 / 20 / 100</td>
<td>10 / 10 / 10</td>
<td></td>
<td></td>
</tr>
<tr>
<td>server for each viewer, of 100</td>
<td>0.07 % of a core</td>
<td></td>
<td></td>
</tr>
<tr>
<td>browser with 100 viewers</td>
<td>0.223 cores</td>
<td>0.226 with one (ratio 0.99)</td>
<td>1.05, met</td>
</tr>
<tr>
<td>the page's own frames a second with 100 viewers</td>
<td>55</td>
<td>57 with one (ratio 0.97)</td>
<td>0.95, met</td>
</tr>
<tr>
<td>frames a second, animated page</td>
<td>20</td>
<td>55</td>
<td>(25 is the most)</td>
</tr>
</tbody>
</table></div>
<p>The peer is a reader in Python, which shares the machine with its browser; the server is a little quicker than that. Viewers that read and acknowledge are a process of their own, which needs most of a core for 100.</p>
<h3 id="archives-first-figures">Archives, first figures</h3>
<p>Debug build of the server of 29 November 2026, while other builds and tests ran (load 10), <code>archive</code>: bytes and likeness say something, times are too long.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>figure</th>
<th>agent-like page</th>
<th>animated page</th>
<th>aim</th>
</tr>
</thead>
<tbody>
<tr>
<td>bytes, over those of the log</td>
<td>0.23 (1.8 of 7.5 MB/min)</td>
<td>0.10 (5.8 of 57 MB/min)</td>
<td>0.33, met</td>
</tr>
<tr>
<td>processor to archive a recorded minute</td>
<td>3.7 s</td>
<td>13.0 s</td>
<td></td>
</tr>
<tr>
<td>a picture nobody looked at, median / p95</td>
<td>202 / 330 ms</td>
<td>260 / 497 ms</td>
<td>300 ms, <strong>missed</strong></td>
</tr>
<tr>
<td>pictures a second, one after another</td>
<td>17</td>
<td>20</td>
<td>10, met</td>
</tr>
<tr>
<td>a picture that was looked at before, p95</td>
<td>47 ms</td>
<td>56 ms</td>
<td></td>
</tr>
<tr>
<td>SSIM to the log's pictures</td>
<td>0.988</td>
<td>0.989</td>
<td>0.96, met</td>
</tr>
</tbody>
</table></div>
"""###
)
}
