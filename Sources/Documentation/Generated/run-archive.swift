// Made by scripts/generate-docs from docs/run-archive.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageRunArchive = DocumentationPage(
path: "run-archive", title: ###"""
A run as one archive
"""###, label: ###"""
A run as one archive
"""###, summary: ###"""
export all that a run produced as a ZIP, with its events, activity and recording
"""###,
markdown: ###"""
# A run as one archive

`POST /v1/runs/{runId}/files/export` makes a ZIP of all that a run produced and keeps it as a file of type `export`. It works while the run goes on (what there is now)
and after it, for as long as the run's files are kept.

```sh
curl -X POST http://localhost:8787/v1/runs/$RUN/files/export -H "Authorization: Bearer $KEY" -H 'content-type: application/json' \
  -d '{"name": "monday", "include": ["events", "activity", "recording"]}'
curl -OJ http://localhost:8787/v1/files/$FILE/content -H "Authorization: Bearer $KEY"
unzip -l monday.zip
```

The same by the command line: `martlet files export latest --include events --include activity --include recording --output monday.zip`.

| member of the body | meaning |
| --- | --- |
| `name` | the archive's name, 1 to 255 characters without a slash; one without `.zip` gets it. Default `run-files.zip`. A name that is taken in the run's folder gets a number |
| `type` | types of files that go in (`["download", "screenshot"]`, or `"download,screenshot"`); default all. `filter.type` means the same |
| `include` | ours: what goes in beside the files: `events`, `activity`, `recording` |
| `idempotencyKey` | for clients that cannot send the header `Idempotency-Key`, which goes before it |

The answer is 201 with the file. The same key and body give the same file again; the same key with another body 409 `idempotency.key_reused`.
An archive never holds earlier ones. `file.exported` is a row of the activity while the run goes on.

## What is in it

| path | |
| --- | --- |
| `files/NAME` | the run's files, oldest first. Two of one name (also if they differ in case alone) get numbers. What one system or another cannot write (`: * ? " < > |`, control characters, names of devices) is replaced by `_`, so unpacking never leaves the folder |
| `events.jsonl`, `activity.jsonl` | one JSON object a line, as the lists give them, oldest first; the activity with what only `view=debug` shows |
| `recording/` | the recording as it is stored: `journal`, `index-*`, `frames-*`, or of an archived one `journal`, `index-*`, `pictures-*`, `groups-*`, `video-*.mkv` (`docs/recording-format.md`). Copied in this order, so that of a run that goes on all pictures that are told of are there |
| `manifest.json` | what the archive is, and of each file where it came from |

```json
{"format":"martlet.run-archive","version":1,"createdAt":"2026-11-24T02:00:00.000Z",
 "run":{"id":"…","runtimeId":"…","runtimeName":"shop","spaceId":"…","status":"stopped","startedAt":"…","finishedAt":"…"},
 "files":[{"name":"files/may.csv","fileId":"…","originalName":"may.csv","path":"runs/…/may.csv","type":"download","source":"runtime",
   "contentType":"text/csv","sizeBytes":1234,"sha256":"…","createdAt":"…","eventId":"…","eventSeq":17}],
 "events":{"name":"events.jsonl","count":812,"lastSeq":812},"activity":{"name":"activity.jsonl","count":31,"lastSeq":31},
 "recording":{"format":"martlet.recording","files":[{"name":"recording/journal","sizeBytes":4096}]}}
```

`version` rises when a reader of older archives would misread newer ones. A file that was deleted while the archive was made is named in `left`.

## The format

ZIP as PKWARE's APPNOTE 6.3.10 describes it, read by every stock `unzip`: UTF-8 names, zip64 only where it is needed (files of 4 GiB, 65,535 entries), times to
the second. Files are stored as they are; texts are deflated. The archive is written front to back from the store into the store: memory does not grow with it (about 500 bytes
for each file).

## Limits

100,000 files; the largest file of the server (`maxFileBytes`: 413); the space's quota (402). The request ends when the archive is made, so a client that waits no longer
than 30 seconds should ask for less at a time, or with a key and again.
"""###,
html: ###"""
<h1 id="a-run-as-one-archive">A run as one archive</h1>
<p><code>POST /v1/runs/{runId}/files/export</code> makes a ZIP of all that a run produced and keeps it as a file of type <code>export</code>. It works while the run goes on (what there is now)
and after it, for as long as the run's files are kept.</p>
<pre><code class="language-sh">curl -X POST http://localhost:8787/v1/runs/$RUN/files/export -H &quot;Authorization: Bearer $KEY&quot; -H 'content-type: application/json' \
  -d '{&quot;name&quot;: &quot;monday&quot;, &quot;include&quot;: [&quot;events&quot;, &quot;activity&quot;, &quot;recording&quot;]}'
curl -OJ http://localhost:8787/v1/files/$FILE/content -H &quot;Authorization: Bearer $KEY&quot;
unzip -l monday.zip
</code></pre>
<p>The same by the command line: <code>martlet files export latest --include events --include activity --include recording --output monday.zip</code>.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>member of the body</th>
<th>meaning</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>name</code></td>
<td>the archive's name, 1 to 255 characters without a slash; one without <code>.zip</code> gets it. Default <code>run-files.zip</code>. A name that is taken in the run's folder gets a number</td>
</tr>
<tr>
<td><code>type</code></td>
<td>types of files that go in (<code>[&quot;download&quot;, &quot;screenshot&quot;]</code>, or <code>&quot;download,screenshot&quot;</code>); default all. <code>filter.type</code> means the same</td>
</tr>
<tr>
<td><code>include</code></td>
<td>ours: what goes in beside the files: <code>events</code>, <code>activity</code>, <code>recording</code></td>
</tr>
<tr>
<td><code>idempotencyKey</code></td>
<td>for clients that cannot send the header <code>Idempotency-Key</code>, which goes before it</td>
</tr>
</tbody>
</table></div>
<p>The answer is 201 with the file. The same key and body give the same file again; the same key with another body 409 <code>idempotency.key_reused</code>.
An archive never holds earlier ones. <code>file.exported</code> is a row of the activity while the run goes on.</p>
<h2 id="what-is-in-it">What is in it</h2>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>path</th>
<th></th>
</tr>
</thead>
<tbody>
<tr>
<td><code>files/NAME</code></td>
<td>the run's files, oldest first. Two of one name (also if they differ in case alone) get numbers. What one system or another cannot write (`: * ? &quot; &lt; &gt;</td>
</tr>
<tr>
<td><code>events.jsonl</code>, <code>activity.jsonl</code></td>
<td>one JSON object a line, as the lists give them, oldest first; the activity with what only <code>view=debug</code> shows</td>
</tr>
<tr>
<td><code>recording/</code></td>
<td>the recording as it is stored: <code>journal</code>, <code>index-*</code>, <code>frames-*</code>, or of an archived one <code>journal</code>, <code>index-*</code>, <code>pictures-*</code>, <code>groups-*</code>, <code>video-*.mkv</code> (<code>docs/recording-format.md</code>). Copied in this order, so that of a run that goes on all pictures that are told of are there</td>
</tr>
<tr>
<td><code>manifest.json</code></td>
<td>what the archive is, and of each file where it came from</td>
</tr>
</tbody>
</table></div>
<pre><code class="language-json">{&quot;format&quot;:&quot;martlet.run-archive&quot;,&quot;version&quot;:1,&quot;createdAt&quot;:&quot;2026-11-24T02:00:00.000Z&quot;,
 &quot;run&quot;:{&quot;id&quot;:&quot;…&quot;,&quot;runtimeId&quot;:&quot;…&quot;,&quot;runtimeName&quot;:&quot;shop&quot;,&quot;spaceId&quot;:&quot;…&quot;,&quot;status&quot;:&quot;stopped&quot;,&quot;startedAt&quot;:&quot;…&quot;,&quot;finishedAt&quot;:&quot;…&quot;},
 &quot;files&quot;:[{&quot;name&quot;:&quot;files/may.csv&quot;,&quot;fileId&quot;:&quot;…&quot;,&quot;originalName&quot;:&quot;may.csv&quot;,&quot;path&quot;:&quot;runs/…/may.csv&quot;,&quot;type&quot;:&quot;download&quot;,&quot;source&quot;:&quot;runtime&quot;,
   &quot;contentType&quot;:&quot;text/csv&quot;,&quot;sizeBytes&quot;:1234,&quot;sha256&quot;:&quot;…&quot;,&quot;createdAt&quot;:&quot;…&quot;,&quot;eventId&quot;:&quot;…&quot;,&quot;eventSeq&quot;:17}],
 &quot;events&quot;:{&quot;name&quot;:&quot;events.jsonl&quot;,&quot;count&quot;:812,&quot;lastSeq&quot;:812},&quot;activity&quot;:{&quot;name&quot;:&quot;activity.jsonl&quot;,&quot;count&quot;:31,&quot;lastSeq&quot;:31},
 &quot;recording&quot;:{&quot;format&quot;:&quot;martlet.recording&quot;,&quot;files&quot;:[{&quot;name&quot;:&quot;recording/journal&quot;,&quot;sizeBytes&quot;:4096}]}}
</code></pre>
<p><code>version</code> rises when a reader of older archives would misread newer ones. A file that was deleted while the archive was made is named in <code>left</code>.</p>
<h2 id="the-format">The format</h2>
<p>ZIP as PKWARE's APPNOTE 6.3.10 describes it, read by every stock <code>unzip</code>: UTF-8 names, zip64 only where it is needed (files of 4 GiB, 65,535 entries), times to
the second. Files are stored as they are; texts are deflated. The archive is written front to back from the store into the store: memory does not grow with it (about 500 bytes
for each file).</p>
<h2 id="limits">Limits</h2>
<p>100,000 files; the largest file of the server (<code>maxFileBytes</code>: 413); the space's quota (402). The request ends when the archive is made, so a client that waits no longer
than 30 seconds should ask for less at a time, or with a key and again.</p>
"""###
)
}
