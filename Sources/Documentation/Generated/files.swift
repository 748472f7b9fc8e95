// Made by scripts/generate-docs from docs/files.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageFiles = DocumentationPage(
path: "files", title: ###"""
Files
"""###, label: ###"""
Files
"""###, summary: ###"""
downloads, uploads, workspaces; names and paths, ranges, what is kept, where and how long
"""###,
markdown: ###"""
# Files

A file is bytes with a name and a path: what a run produced (downloads, screenshots, exports, what was collected), and what runs are
given (uploads). All lie in one store; `/v1/files` shows them all, `/v1/runs/{runId}/files` what a run produced,
`/v1/runtimes/{runtimeId}/files` what the runs of a runtime produced.

```sh
curl -H "Authorization: Bearer $KEY" -F file=@may.csv -F path=reports/may.csv http://localhost:8787/v1/files
curl -H "Authorization: Bearer $KEY" -OJ http://localhost:8787/v1/files/$ID/content
```

## Downloads become files by themselves

What the browser downloads, in any tab, popup or browser context, is a file of the run once it has finished: `type` is `download`, the
name is the one that the site suggested, made safe, and the path is `runs/RUN/NAME` (`NAME (2)` when that is taken). The event `download`
`finished` comes after the file is stored and names it (`fileId`, `sizeBytes`), the file names the event (`eventId`), and the activity's row
`file.downloaded` has `fileId`.

- The agent's own way goes on: Playwright's `expect_download` and `save_as` get the same bytes.
- A client that names a folder of its own (CDP `Page.setDownloadBehavior` or `Browser.setDownloadBehavior` with `behavior: "allow"`) finds what is
  downloaded in that browser context there too, under the name that the browser suggests, by the time it hears of the end (on a busy machine some milliseconds later). This holds for folders that exist on the server's
  machine below `/tmp` or `/var/tmp`, and until the client is gone or another says otherwise. A name that is taken is numbered (`NAME (2)`), nothing is written over. The file stays when the
  run ends; only where the folder is on another file system than the browser's, it is a symbolic link that leads nowhere then. `filePath` in the browser's events names the
  browser's own folder. With `behavior: "deny"` nothing is downloaded.
- A download that breaks off or is cancelled is an event `failed` and no file.
- One that the browser finished but that could not be kept says why in the event: `fileError` is `storage.unavailable` (the disk),
  `storage.quota_exceeded`, `request.too_large`, or `file.not_found` (the browser's file was gone or was none).
- Stopping the runtime waits until all that had finished is kept. Other events do not wait for a large file.
- Bytes are not copied where that is safe: the store and the browser share the file (a hard link) once nobody can write it any more. Root still can: when the server and an agent
  on its machine both run as root, an agent that writes into the file that it was given by the browser changes the stored bytes too. Copy it first, or run one of them as another user.

## Screenshots and PDFs that agents take

What an agent takes over CDP (`Page.captureScreenshot`, `Page.printToPDF`, in the reply or as a stream that it reads to its end) is a file of the run, byte for byte what the agent
got: `type` is `screenshot` or `pdf`, the name `screenshot-3.png` (counted in the run) or that of the page (`Shop.pdf`), `metadata.pageId` the page. The activity's row `browser.screenshot`,
`browser.pdf` has its `fileId`. So Playwright's `page.screenshot()` (whole pages and elements too) and `page.pdf()`, and the pictures that a model looks at, can be seen later.

- The browser's replies are read beside, after they have left for the agent; frame heads tell which message is the reply. Messages are not copied or held up for it.
- A picture that is the same as an earlier one of the run, byte for byte, is no new file: its row names the earlier one and is shown with `view=debug` only.
- Not kept, which the row says (`fileNotKept`): messages above 64 MiB; more than 256 MiB that wait for the disk in all; more than 10,000 such files of a run; a PDF that the agent did not read to its
  end; what the space's quota does not allow; what still waits 8 seconds after the run was stopped, as when an S3 bucket does not answer. Not seen at all: what clients of the old `Target.sendMessageToTarget` take, and `HeadlessExperimental.beginFrame`.
- `MARTLET_CAPTURE_FILES=off` turns it off; then nothing of the replies is looked at.

## The workspace

Each runtime has a folder that its browser may read and write. It lives as long as the runtime: over stops and starts, until the
runtime is deleted.

- `runtimes.files.stage` puts a copy of a file there, `runtimes.files.upload` stores a file and stages it. The answer's `runtimePath` is
  relative to the workspace; `absolutePath` (ours) is what CDP `DOM.setFileInputFiles` and Playwright's `set_input_files` take. What has
  the path is replaced. Without `runtimePath` it is the file's name, in a folder of its own when that is taken.
- `runtimes.files.collect` keeps a file of the workspace as one of the open run. Links, folders, devices, pipes and sockets are refused
  (400 `runtime_file.path_invalid`): paths are walked without following links, so they never lead out.
- All three need an active runtime (409 `runtime.not_active`).

## Names and paths

Paths are relative, of at most 4,096 characters and 64 segments; a segment has 1 to 255 bytes of UTF-8. Refused, with 400 `storage_file.path_invalid` or
`runtime_file.path_invalid`: empty segments and those of dots alone, backslashes and what looks like a slash, control and invisible
characters, blanks at the ends, a dot at the end, drives (`C:`) and device names (`CON`, `nul.txt`) of Windows. So a path means the same in
the store, in a workspace, and in an archive that is unpacked anywhere. Names that a site or a form part suggests are made to fit instead.

A path is taken once (409 `storage_file.path_exists`) among the spaces that share a storage namespace (`environment.storage.namespace`;
without one a space shares with nobody). A file keeps the namespace that its space had when it was stored. Without a path a file gets its
name, numbered when that is taken. Renaming changes `name`, never `path`. Two spellings of one letter in Unicode are two paths.

## Lists

Newest first, with `spaceId`, `source`, `path`, `prefix`, `q` (part of the name; case does not matter for A to Z), `runId`, `runtimeId`,
`type` (repeated or comma-joined), `createdAfter`. With `include=folders` `prefix` names a folder: only the files directly in it are listed,
and `folders`, on the first page, tells what lies deeper (at most 1,000).

## Bytes

`content` is always `application/octet-stream`, as an attachment, so that no browser runs what a site sent. `Range` with one range (206, or
416 `range.not_satisfiable`), `If-Range`, `If-None-Match`; the `ETag` is the SHA-256. Uploads go to the disk as they come and downloads are
read as they are taken: neither holds more than some MiB in memory, however large the file. A form that ends early, or whose client is silent
for 60 seconds, leaves nothing.

## How they are kept

`files/` in the data folder holds content by its SHA-256: the same bytes once, however many files have them, and freed with the last one.
A file's row is written after its bytes are synced and named, and deleted before them; what a killed server left half is removed at the
next start. `maxFileBytes` bounds a file (413), `maxSpaceBytes` what a space holds (402 `storage.quota_exceeded`; the same bytes in two
files count twice). Files outlive their runtime and their space; runs count what is still there (`counts.files`, `usage.filesBytes`).

## A run as one archive

`POST /v1/runs/{runId}/files/export` makes a ZIP of all that a run produced: see `docs/run-archive.md`.

## Where the bytes are

In the data folder (`files/`), or in an S3 bucket: see `docs/s3.md`.
"""###,
html: ###"""
<h1 id="files">Files</h1>
<p>A file is bytes with a name and a path: what a run produced (downloads, screenshots, exports, what was collected), and what runs are
given (uploads). All lie in one store; <code>/v1/files</code> shows them all, <code>/v1/runs/{runId}/files</code> what a run produced,
<code>/v1/runtimes/{runtimeId}/files</code> what the runs of a runtime produced.</p>
<pre><code class="language-sh">curl -H &quot;Authorization: Bearer $KEY&quot; -F file=@may.csv -F path=reports/may.csv http://localhost:8787/v1/files
curl -H &quot;Authorization: Bearer $KEY&quot; -OJ http://localhost:8787/v1/files/$ID/content
</code></pre>
<h2 id="downloads-become-files-by-themselves">Downloads become files by themselves</h2>
<p>What the browser downloads, in any tab, popup or browser context, is a file of the run once it has finished: <code>type</code> is <code>download</code>, the
name is the one that the site suggested, made safe, and the path is <code>runs/RUN/NAME</code> (<code>NAME (2)</code> when that is taken). The event <code>download</code>
<code>finished</code> comes after the file is stored and names it (<code>fileId</code>, <code>sizeBytes</code>), the file names the event (<code>eventId</code>), and the activity's row
<code>file.downloaded</code> has <code>fileId</code>.</p>
<ul>
<li>The agent's own way goes on: Playwright's <code>expect_download</code> and <code>save_as</code> get the same bytes.</li>
<li>A client that names a folder of its own (CDP <code>Page.setDownloadBehavior</code> or <code>Browser.setDownloadBehavior</code> with <code>behavior: &quot;allow&quot;</code>) finds what is
downloaded in that browser context there too, under the name that the browser suggests, by the time it hears of the end (on a busy machine some milliseconds later). This holds for folders that exist on the server's
machine below <code>/tmp</code> or <code>/var/tmp</code>, and until the client is gone or another says otherwise. A name that is taken is numbered (<code>NAME (2)</code>), nothing is written over. The file stays when the
run ends; only where the folder is on another file system than the browser's, it is a symbolic link that leads nowhere then. <code>filePath</code> in the browser's events names the
browser's own folder. With <code>behavior: &quot;deny&quot;</code> nothing is downloaded.</li>
<li>A download that breaks off or is cancelled is an event <code>failed</code> and no file.</li>
<li>One that the browser finished but that could not be kept says why in the event: <code>fileError</code> is <code>storage.unavailable</code> (the disk),
<code>storage.quota_exceeded</code>, <code>request.too_large</code>, or <code>file.not_found</code> (the browser's file was gone or was none).</li>
<li>Stopping the runtime waits until all that had finished is kept. Other events do not wait for a large file.</li>
<li>Bytes are not copied where that is safe: the store and the browser share the file (a hard link) once nobody can write it any more. Root still can: when the server and an agent
on its machine both run as root, an agent that writes into the file that it was given by the browser changes the stored bytes too. Copy it first, or run one of them as another user.</li>
</ul>
<h2 id="screenshots-and-pdfs-that-agents-take">Screenshots and PDFs that agents take</h2>
<p>What an agent takes over CDP (<code>Page.captureScreenshot</code>, <code>Page.printToPDF</code>, in the reply or as a stream that it reads to its end) is a file of the run, byte for byte what the agent
got: <code>type</code> is <code>screenshot</code> or <code>pdf</code>, the name <code>screenshot-3.png</code> (counted in the run) or that of the page (<code>Shop.pdf</code>), <code>metadata.pageId</code> the page. The activity's row <code>browser.screenshot</code>,
<code>browser.pdf</code> has its <code>fileId</code>. So Playwright's <code>page.screenshot()</code> (whole pages and elements too) and <code>page.pdf()</code>, and the pictures that a model looks at, can be seen later.</p>
<ul>
<li>The browser's replies are read beside, after they have left for the agent; frame heads tell which message is the reply. Messages are not copied or held up for it.</li>
<li>A picture that is the same as an earlier one of the run, byte for byte, is no new file: its row names the earlier one and is shown with <code>view=debug</code> only.</li>
<li>Not kept, which the row says (<code>fileNotKept</code>): messages above 64 MiB; more than 256 MiB that wait for the disk in all; more than 10,000 such files of a run; a PDF that the agent did not read to its
end; what the space's quota does not allow; what still waits 8 seconds after the run was stopped, as when an S3 bucket does not answer. Not seen at all: what clients of the old <code>Target.sendMessageToTarget</code> take, and <code>HeadlessExperimental.beginFrame</code>.</li>
<li><code>MARTLET_CAPTURE_FILES=off</code> turns it off; then nothing of the replies is looked at.</li>
</ul>
<h2 id="the-workspace">The workspace</h2>
<p>Each runtime has a folder that its browser may read and write. It lives as long as the runtime: over stops and starts, until the
runtime is deleted.</p>
<ul>
<li><code>runtimes.files.stage</code> puts a copy of a file there, <code>runtimes.files.upload</code> stores a file and stages it. The answer's <code>runtimePath</code> is
relative to the workspace; <code>absolutePath</code> (ours) is what CDP <code>DOM.setFileInputFiles</code> and Playwright's <code>set_input_files</code> take. What has
the path is replaced. Without <code>runtimePath</code> it is the file's name, in a folder of its own when that is taken.</li>
<li><code>runtimes.files.collect</code> keeps a file of the workspace as one of the open run. Links, folders, devices, pipes and sockets are refused
(400 <code>runtime_file.path_invalid</code>): paths are walked without following links, so they never lead out.</li>
<li>All three need an active runtime (409 <code>runtime.not_active</code>).</li>
</ul>
<h2 id="names-and-paths">Names and paths</h2>
<p>Paths are relative, of at most 4,096 characters and 64 segments; a segment has 1 to 255 bytes of UTF-8. Refused, with 400 <code>storage_file.path_invalid</code> or
<code>runtime_file.path_invalid</code>: empty segments and those of dots alone, backslashes and what looks like a slash, control and invisible
characters, blanks at the ends, a dot at the end, drives (<code>C:</code>) and device names (<code>CON</code>, <code>nul.txt</code>) of Windows. So a path means the same in
the store, in a workspace, and in an archive that is unpacked anywhere. Names that a site or a form part suggests are made to fit instead.</p>
<p>A path is taken once (409 <code>storage_file.path_exists</code>) among the spaces that share a storage namespace (<code>environment.storage.namespace</code>;
without one a space shares with nobody). A file keeps the namespace that its space had when it was stored. Without a path a file gets its
name, numbered when that is taken. Renaming changes <code>name</code>, never <code>path</code>. Two spellings of one letter in Unicode are two paths.</p>
<h2 id="lists">Lists</h2>
<p>Newest first, with <code>spaceId</code>, <code>source</code>, <code>path</code>, <code>prefix</code>, <code>q</code> (part of the name; case does not matter for A to Z), <code>runId</code>, <code>runtimeId</code>,
<code>type</code> (repeated or comma-joined), <code>createdAfter</code>. With <code>include=folders</code> <code>prefix</code> names a folder: only the files directly in it are listed,
and <code>folders</code>, on the first page, tells what lies deeper (at most 1,000).</p>
<h2 id="bytes">Bytes</h2>
<p><code>content</code> is always <code>application/octet-stream</code>, as an attachment, so that no browser runs what a site sent. <code>Range</code> with one range (206, or
416 <code>range.not_satisfiable</code>), <code>If-Range</code>, <code>If-None-Match</code>; the <code>ETag</code> is the SHA-256. Uploads go to the disk as they come and downloads are
read as they are taken: neither holds more than some MiB in memory, however large the file. A form that ends early, or whose client is silent
for 60 seconds, leaves nothing.</p>
<h2 id="how-they-are-kept">How they are kept</h2>
<p><code>files/</code> in the data folder holds content by its SHA-256: the same bytes once, however many files have them, and freed with the last one.
A file's row is written after its bytes are synced and named, and deleted before them; what a killed server left half is removed at the
next start. <code>maxFileBytes</code> bounds a file (413), <code>maxSpaceBytes</code> what a space holds (402 <code>storage.quota_exceeded</code>; the same bytes in two
files count twice). Files outlive their runtime and their space; runs count what is still there (<code>counts.files</code>, <code>usage.filesBytes</code>).</p>
<h2 id="a-run-as-one-archive">A run as one archive</h2>
<p><code>POST /v1/runs/{runId}/files/export</code> makes a ZIP of all that a run produced: see <code>docs/run-archive.md</code>.</p>
<h2 id="where-the-bytes-are">Where the bytes are</h2>
<p>In the data folder (<code>files/</code>), or in an S3 bucket: see <code>docs/s3.md</code>.</p>
"""###
)
}
