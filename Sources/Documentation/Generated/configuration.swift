// Made by scripts/generate-docs from docs/configuration.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageConfiguration = DocumentationPage(
path: "configuration", title: ###"""
Configuration
"""###, label: ###"""
Configuration
"""###, summary: ###"""
flags, environment, file, data folder
"""###,
markdown: ###"""
# Configuration

A setting comes from a flag, else from the environment, else from the JSON file that `--config` names. A setting that cannot be
used stops the start with a sentence that says what is allowed. In the file texts are strings, whole numbers numbers, lists arrays of strings (numbers and lists may be strings too), and
what is `on` or `off` may be `true` or `false`; a member that is no setting stops the start as well.

| flag | environment | file | default | meaning |
| --- | --- | --- | --- | --- |
| `--host` | `MARTLET_HOST` | `host` | `127.0.0.1` | address to listen on |
| `--port` | `MARTLET_PORT` | `port` | `8787` | port; 0 lets the system choose |
| `--data-dir` | `MARTLET_DATA_DIR` | `dataDir` | `$XDG_DATA_HOME/martlet`; root: `/var/lib/martlet`; else `~/.local/share/martlet` | all that is kept |
| | `MARTLET_API_KEY` | `apiKey` | `admin.key` in the data folder | the operator's key |
| `--chromium` | `MARTLET_CHROMIUM` | `chromium` | the first of Debian's `chromium-headless-shell` and `chromium`, Ubuntu's `chromium-browser`, Google Chrome | the browser's executable |
| | `MARTLET_BROWSER_USER` | `browserUser` | user `martlet` if there is one, else an unprivileged number | who browsers run as when the server is root |
| `--max-runtimes` | `MARTLET_MAX_RUNTIMES` | `maxRuntimes` | `16` | active runtimes at once; one more start answers 402 |
| `--public-url` | `MARTLET_PUBLIC_URL` | `publicUrl` | the address the caller used | where agents reach the server (`https://martlet.example`) |
| | `MARTLET_ALLOWED_ORIGINS` | `allowedOrigins` | none | origins of web pages that may read answers and streams, comma-separated |
| | `MARTLET_FRAME_ANCESTORS` | `frameAncestors` | `*` | who may put a viewer's page into a frame: sources of CSP `frame-ancestors`, comma-separated (`https://app.example`, `'none'`). `*`: everyone, without the directive, whose own `*` leaves out local files |
| | `MARTLET_DIALOG_TIMEOUT_SECONDS` | `dialogTimeoutSeconds` | `5` | after that a dialog that no agent answered is dismissed |
| | `MARTLET_VIEWER_TIMEOUT_SECONDS` | `viewerTimeoutSeconds` | `60` | a live view that takes no picture for so long is closed |
| | `MARTLET_ACTIVITY` | `activity` | `on` | `off`: the activity of runs is not written, and pages are not observed (`docs/activity.md`) |
| | `MARTLET_RECORDING` | `recording` | `on` | `off`: runs are not recorded, unless their runtime's config says so (`docs/recording.md`) |
| | `MARTLET_RECORDING_FRAMES_PER_SECOND` | `recordingFramesPerSecond` | `10` | pictures a second that are kept of a page at most, 1 to 25 |
| | `MARTLET_RECORDING_QUALITY` | `recordingQuality` | `60` | quality of the JPEGs, 1 to 100 |
| | `MARTLET_RECORDING_RETENTION_DAYS` | `recordingRetentionDays` | `7` | days after its run's end for which a recording is kept; 0 keeps it for ever |
| `--recording-archive-after-hours` | `MARTLET_RECORDING_ARCHIVE_AFTER_HOURS` | `recordingArchiveAfterHours` | `off` | hours after its run's end at which a recording becomes video and its log is freed (`docs/recording.md`); 0 to 876000, 0: at once; `off`: never |
| | `MARTLET_FFMPEG` | `ffmpeg` | the first `ffmpeg` of `PATH` | makes videos of recordings (`docs/recording-export.md`), and archives and shows archived ones; nothing else needs it |
| | `MARTLET_RECORDING_EXPORTS` | `recordingExports` | `1` | videos that are made at once, 1 to 4; further ones wait |
| | `MARTLET_CAPTURE_FILES` | `captureFiles` | `on` | `off`: screenshots and PDFs that agents take over CDP do not become files (`docs/files.md`) |
| | `MARTLET_FILES`, `MARTLET_S3_…` | `files`, `s3` | `disk` | where the bytes of files are kept: the data folder, or an S3 bucket (`docs/s3.md`) |
| | `MARTLET_REDACTED_QUERY_PARAMETERS` | `redactedQueryParameters` | none | names beside the built-in ones (`docs/events.md`) whose values are not recorded |
| | `MARTLET_MAX_FILE_BYTES` | `maxFileBytes` | `10737418240` (10 GiB) | the largest file; more answers 413 |
| | `MARTLET_MAX_SPACE_BYTES` | `maxSpaceBytes` | none | what the files of one space may have in all; more answers 402 |
| `--log-level` | `MARTLET_LOG_LEVEL` | `logLevel` | `info` | trace, debug, info, notice, warning, error, critical |

## The key

Without `MARTLET_API_KEY` the first start makes a key, prints it once, and keeps it at `admin.key` (mode 0600) in the data folder.
The operator's key is not stored in the database: set another one and the old one is dead. Further keys come from `POST /v1/api-keys`; of
those only the SHA-256 is kept.

## The data folder

| | |
| --- | --- |
| `martlet.sqlite`, `-wal`, `-shm` | the record (SQLite, WAL, `synchronous=FULL`) |
| `reserve` | a few MiB that are freed when the disk is full, so that open runs can still be sealed and things be deleted |
| `lock` | held by the one server that uses the folder |
| `files/` | the bytes of files, by their SHA-256 (`docs/files.md`) |
| `admin.key` | the operator's key |
| `recordings/` | the pictures of runs, a folder each (`docs/recording-format.md`) |
| `spool/`, `store-id` | with files on S3: what is being uploaded, and whose prefix of the bucket it is |
| `browsers/` | profiles that are kept, workspaces of runtimes, and the folders of the runs that are open now |

The folder is made with mode 0711: browsers run as a user of their own and must reach their folders below it, but cannot list it.
If one of the folders above it bars that user, browsers use a folder below `/var/tmp` instead, which the log says once.
"""###,
html: ###"""
<h1 id="configuration">Configuration</h1>
<p>A setting comes from a flag, else from the environment, else from the JSON file that <code>--config</code> names. A setting that cannot be
used stops the start with a sentence that says what is allowed. In the file texts are strings, whole numbers numbers, lists arrays of strings (numbers and lists may be strings too), and
what is <code>on</code> or <code>off</code> may be <code>true</code> or <code>false</code>; a member that is no setting stops the start as well.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>flag</th>
<th>environment</th>
<th>file</th>
<th>default</th>
<th>meaning</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>--host</code></td>
<td><code>MARTLET_HOST</code></td>
<td><code>host</code></td>
<td><code>127.0.0.1</code></td>
<td>address to listen on</td>
</tr>
<tr>
<td><code>--port</code></td>
<td><code>MARTLET_PORT</code></td>
<td><code>port</code></td>
<td><code>8787</code></td>
<td>port; 0 lets the system choose</td>
</tr>
<tr>
<td><code>--data-dir</code></td>
<td><code>MARTLET_DATA_DIR</code></td>
<td><code>dataDir</code></td>
<td><code>$XDG_DATA_HOME/martlet</code>; root: <code>/var/lib/martlet</code>; else <code>~/.local/share/martlet</code></td>
<td>all that is kept</td>
</tr>
<tr>
<td></td>
<td><code>MARTLET_API_KEY</code></td>
<td><code>apiKey</code></td>
<td><code>admin.key</code> in the data folder</td>
<td>the operator's key</td>
</tr>
<tr>
<td><code>--chromium</code></td>
<td><code>MARTLET_CHROMIUM</code></td>
<td><code>chromium</code></td>
<td>the first of Debian's <code>chromium-headless-shell</code> and <code>chromium</code>, Ubuntu's <code>chromium-browser</code>, Google Chrome</td>
<td>the browser's executable</td>
</tr>
<tr>
<td></td>
<td><code>MARTLET_BROWSER_USER</code></td>
<td><code>browserUser</code></td>
<td>user <code>martlet</code> if there is one, else an unprivileged number</td>
<td>who browsers run as when the server is root</td>
</tr>
<tr>
<td><code>--max-runtimes</code></td>
<td><code>MARTLET_MAX_RUNTIMES</code></td>
<td><code>maxRuntimes</code></td>
<td><code>16</code></td>
<td>active runtimes at once; one more start answers 402</td>
</tr>
<tr>
<td><code>--public-url</code></td>
<td><code>MARTLET_PUBLIC_URL</code></td>
<td><code>publicUrl</code></td>
<td>the address the caller used</td>
<td>where agents reach the server (<code>https://martlet.example</code>)</td>
</tr>
<tr>
<td></td>
<td><code>MARTLET_ALLOWED_ORIGINS</code></td>
<td><code>allowedOrigins</code></td>
<td>none</td>
<td>origins of web pages that may read answers and streams, comma-separated</td>
</tr>
<tr>
<td></td>
<td><code>MARTLET_FRAME_ANCESTORS</code></td>
<td><code>frameAncestors</code></td>
<td><code>*</code></td>
<td>who may put a viewer's page into a frame: sources of CSP <code>frame-ancestors</code>, comma-separated (<code>https://app.example</code>, <code>'none'</code>). <code>*</code>: everyone, without the directive, whose own <code>*</code> leaves out local files</td>
</tr>
<tr>
<td></td>
<td><code>MARTLET_DIALOG_TIMEOUT_SECONDS</code></td>
<td><code>dialogTimeoutSeconds</code></td>
<td><code>5</code></td>
<td>after that a dialog that no agent answered is dismissed</td>
</tr>
<tr>
<td></td>
<td><code>MARTLET_VIEWER_TIMEOUT_SECONDS</code></td>
<td><code>viewerTimeoutSeconds</code></td>
<td><code>60</code></td>
<td>a live view that takes no picture for so long is closed</td>
</tr>
<tr>
<td></td>
<td><code>MARTLET_ACTIVITY</code></td>
<td><code>activity</code></td>
<td><code>on</code></td>
<td><code>off</code>: the activity of runs is not written, and pages are not observed (<code>docs/activity.md</code>)</td>
</tr>
<tr>
<td></td>
<td><code>MARTLET_RECORDING</code></td>
<td><code>recording</code></td>
<td><code>on</code></td>
<td><code>off</code>: runs are not recorded, unless their runtime's config says so (<code>docs/recording.md</code>)</td>
</tr>
<tr>
<td></td>
<td><code>MARTLET_RECORDING_FRAMES_PER_SECOND</code></td>
<td><code>recordingFramesPerSecond</code></td>
<td><code>10</code></td>
<td>pictures a second that are kept of a page at most, 1 to 25</td>
</tr>
<tr>
<td></td>
<td><code>MARTLET_RECORDING_QUALITY</code></td>
<td><code>recordingQuality</code></td>
<td><code>60</code></td>
<td>quality of the JPEGs, 1 to 100</td>
</tr>
<tr>
<td></td>
<td><code>MARTLET_RECORDING_RETENTION_DAYS</code></td>
<td><code>recordingRetentionDays</code></td>
<td><code>7</code></td>
<td>days after its run's end for which a recording is kept; 0 keeps it for ever</td>
</tr>
<tr>
<td><code>--recording-archive-after-hours</code></td>
<td><code>MARTLET_RECORDING_ARCHIVE_AFTER_HOURS</code></td>
<td><code>recordingArchiveAfterHours</code></td>
<td><code>off</code></td>
<td>hours after its run's end at which a recording becomes video and its log is freed (<code>docs/recording.md</code>); 0 to 876000, 0: at once; <code>off</code>: never</td>
</tr>
<tr>
<td></td>
<td><code>MARTLET_FFMPEG</code></td>
<td><code>ffmpeg</code></td>
<td>the first <code>ffmpeg</code> of <code>PATH</code></td>
<td>makes videos of recordings (<code>docs/recording-export.md</code>), and archives and shows archived ones; nothing else needs it</td>
</tr>
<tr>
<td></td>
<td><code>MARTLET_RECORDING_EXPORTS</code></td>
<td><code>recordingExports</code></td>
<td><code>1</code></td>
<td>videos that are made at once, 1 to 4; further ones wait</td>
</tr>
<tr>
<td></td>
<td><code>MARTLET_CAPTURE_FILES</code></td>
<td><code>captureFiles</code></td>
<td><code>on</code></td>
<td><code>off</code>: screenshots and PDFs that agents take over CDP do not become files (<code>docs/files.md</code>)</td>
</tr>
<tr>
<td></td>
<td><code>MARTLET_FILES</code>, <code>MARTLET_S3_…</code></td>
<td><code>files</code>, <code>s3</code></td>
<td><code>disk</code></td>
<td>where the bytes of files are kept: the data folder, or an S3 bucket (<code>docs/s3.md</code>)</td>
</tr>
<tr>
<td></td>
<td><code>MARTLET_REDACTED_QUERY_PARAMETERS</code></td>
<td><code>redactedQueryParameters</code></td>
<td>none</td>
<td>names beside the built-in ones (<code>docs/events.md</code>) whose values are not recorded</td>
</tr>
<tr>
<td></td>
<td><code>MARTLET_MAX_FILE_BYTES</code></td>
<td><code>maxFileBytes</code></td>
<td><code>10737418240</code> (10 GiB)</td>
<td>the largest file; more answers 413</td>
</tr>
<tr>
<td></td>
<td><code>MARTLET_MAX_SPACE_BYTES</code></td>
<td><code>maxSpaceBytes</code></td>
<td>none</td>
<td>what the files of one space may have in all; more answers 402</td>
</tr>
<tr>
<td><code>--log-level</code></td>
<td><code>MARTLET_LOG_LEVEL</code></td>
<td><code>logLevel</code></td>
<td><code>info</code></td>
<td>trace, debug, info, notice, warning, error, critical</td>
</tr>
</tbody>
</table></div>
<h2 id="the-key">The key</h2>
<p>Without <code>MARTLET_API_KEY</code> the first start makes a key, prints it once, and keeps it at <code>admin.key</code> (mode 0600) in the data folder.
The operator's key is not stored in the database: set another one and the old one is dead. Further keys come from <code>POST /v1/api-keys</code>; of
those only the SHA-256 is kept.</p>
<h2 id="the-data-folder">The data folder</h2>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th></th>
<th></th>
</tr>
</thead>
<tbody>
<tr>
<td><code>martlet.sqlite</code>, <code>-wal</code>, <code>-shm</code></td>
<td>the record (SQLite, WAL, <code>synchronous=FULL</code>)</td>
</tr>
<tr>
<td><code>reserve</code></td>
<td>a few MiB that are freed when the disk is full, so that open runs can still be sealed and things be deleted</td>
</tr>
<tr>
<td><code>lock</code></td>
<td>held by the one server that uses the folder</td>
</tr>
<tr>
<td><code>files/</code></td>
<td>the bytes of files, by their SHA-256 (<code>docs/files.md</code>)</td>
</tr>
<tr>
<td><code>admin.key</code></td>
<td>the operator's key</td>
</tr>
<tr>
<td><code>recordings/</code></td>
<td>the pictures of runs, a folder each (<code>docs/recording-format.md</code>)</td>
</tr>
<tr>
<td><code>spool/</code>, <code>store-id</code></td>
<td>with files on S3: what is being uploaded, and whose prefix of the bucket it is</td>
</tr>
<tr>
<td><code>browsers/</code></td>
<td>profiles that are kept, workspaces of runtimes, and the folders of the runs that are open now</td>
</tr>
</tbody>
</table></div>
<p>The folder is made with mode 0711: browsers run as a user of their own and must reach their folders below it, but cannot list it.
If one of the folders above it bars that user, browsers use a folder below <code>/var/tmp</code> instead, which the log says once.</p>
"""###
)
}
