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
| `activity` | a run of 100,000 events, recorded and folded; rows; memory on top | | |
| | from the end of a click to its row on a live stream, median (a click settles after 60 ms) | | 100 ms |
| | a Playwright script of 200 clicks and fills | activity off | 1.05 |
| `sdk` | all events of a run of 1,000,000 by the Swift SDK: events a second, greatest memory | the official Python client over the same run | ratio 1 |
| | the command line: `--version`, `runs list` | | |
| `recording` | processor of server and browser with recording, over without, a page with a step a second | a screencast piped live into ffmpeg | 4 % of a core |
| | the same, an animated page | the same | 25 % of a core |
| | disk, the page with a step a second, 1280x720 | | 4 MB/min |
| | from stop's answer to a picture of the recording | | 200 ms |
| | any moment of an 8-hour recording of 288,000 frames, over HTTP, p95 | | 100 ms |
| | a Playwright script of 60 steps without pauses | not recorded | ratio 1.05 |
| `live` | from a picture's swap to a viewer, median: time added | a bare reader of a bare browser's screencast | 15 ms |
| | from a click's message to the page's event, median | | |
| | processor of the server with 0, 1, 20 and 100 viewers of 10 frames a second | | 1 core with 100 |
| | processor of the browser, and the page's own frames a second, with 100 viewers | with one | ratio 1.05, 0.95 |
| | frames a second, animated page (25 is the most) | a bare reader | |

Details that matter for reading them:

- `cycle`: stop answers when the record is sealed and every process and folder of the browser is gone. The bare side waits for
  the browser's main process and removes its profile.
- `flood`: the commands travel on a connection that never asked for console events, so the browser reports to one observer on
  either side. The clock stops when the last line, committed, has reached a reader of the event stream.
- `delay`: a process beside asks SQLite twice a millisecond which event is the last one committed, so "commit to reader" is
  too short by up to half a millisecond and what it takes to notice; "page to reader" has no such error.
- `recording`: of the peer only browser and ffmpeg are counted. The long recording is made of the frames of a short one, which come again
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

### Recording, first figures

Debug build of the server (a release build was not to be had), on two cores that builds and tests shared (load 9), one round each. Time under
such a load says little, and a debug server is several times slower than a release one; they stand here so that nobody takes the aims for met.

| figure | value | peer | aim |
|---|---|---|---|
| processor for recording, a step a second | 10.1 % of a core (server 2.9, browser 7.2) | 9.7 % (ratio 1.04) | 4 %: missed |
| processor for recording, animated | 2.2 % of a core; the page itself was starved | 2.1 % (ratio 1.03) | 25 % |
| disk, a step a second, pages full of text | 10.2 MB/min (about 140 KB a picture) | | 4: missed |
| stop's answer to the first picture | 67 ms | | 200: met |
| any moment of 8 hours, p95 | 211 ms | | 100: missed |
| a script of 60 steps without pauses | ratio 1.51 to one that is not recorded | | 1.05: missed |

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
<td>a run of 100,000 events, recorded and folded; rows; memory on top</td>
<td></td>
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
<td>processor of server and browser with recording, over without, a page with a step a second</td>
<td>a screencast piped live into ffmpeg</td>
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
<td>disk, the page with a step a second, 1280x720</td>
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
<td>any moment of an 8-hour recording of 288,000 frames, over HTTP, p95</td>
<td></td>
<td>100 ms</td>
</tr>
<tr>
<td></td>
<td>a Playwright script of 60 steps without pauses</td>
<td>not recorded</td>
<td>ratio 1.05</td>
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
<li><code>recording</code>: of the peer only browser and ffmpeg are counted. The long recording is made of the frames of a short one, which come again
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
<h3 id="recording-first-figures">Recording, first figures</h3>
<p>Debug build of the server (a release build was not to be had), on two cores that builds and tests shared (load 9), one round each. Time under
such a load says little, and a debug server is several times slower than a release one; they stand here so that nobody takes the aims for met.</p>
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
<td>processor for recording, a step a second</td>
<td>10.1 % of a core (server 2.9, browser 7.2)</td>
<td>9.7 % (ratio 1.04)</td>
<td>4 %: missed</td>
</tr>
<tr>
<td>processor for recording, animated</td>
<td>2.2 % of a core; the page itself was starved</td>
<td>2.1 % (ratio 1.03)</td>
<td>25 %</td>
</tr>
<tr>
<td>disk, a step a second, pages full of text</td>
<td>10.2 MB/min (about 140 KB a picture)</td>
<td></td>
<td>4: missed</td>
</tr>
<tr>
<td>stop's answer to the first picture</td>
<td>67 ms</td>
<td></td>
<td>200: met</td>
</tr>
<tr>
<td>any moment of 8 hours, p95</td>
<td>211 ms</td>
<td></td>
<td>100: missed</td>
</tr>
<tr>
<td>a script of 60 steps without pauses</td>
<td>ratio 1.51 to one that is not recorded</td>
<td></td>
<td>1.05: missed</td>
</tr>
</tbody>
</table></div>
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
"""###
)
}
