// Made by scripts/generate-docs from docs/recording-format.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageRecordingFormat = DocumentationPage(
path: "recording-format", title: ###"""
The format of a recording (versions 1 and 2)
"""###, label: ###"""
Recording format
"""###, summary: ###"""
the frame log on disk, byte for byte
"""###,
markdown: ###"""
# The format of a recording (versions 1 and 2)

A recording is a folder, `recordings/RUNID/` in the data folder. It is a log of frames (version 1) until it is [archived](recording.md#archives) (version 2), which
a setting may ask for. All files of a log only grow; nothing in them is ever changed. Numbers are
little-endian. Times are milliseconds since the run's `startedAt`. Checksums are CRC-32C (Castagnoli, RFC 3720 B.4).

| file | what it holds |
| --- | --- |
| `journal` | what happened beside the frames: pages, which one is in front, gaps; text, a line each |
| `frames-000001`, ... | segments: the JPEGs, each behind a head of 64 bytes; a new segment begins at 64 MiB |
| `index-000001`, ... | one a page, by the page's number in the journal: an entry of 64 bytes a frame, in order |
| `reserve` | while it is written: 64 KiB for the journal's last words on a full disk. After a kill it stays until the recording is archived or deleted |

## Segments and indexes

Both begin with a head of 64 bytes: the magic `MARTLETF` (segment) or `MARTLETI` (index), a `u32` version (1), a `u32` with the file's own
number, zeros, and in the last four bytes the checksum of the 60 before.

An entry of an index, and the head of a frame in its segment, are the same 64 bytes:

| offset | type | meaning |
| --- | --- | --- |
| 0 | u32 | segment that the JPEG lies in |
| 4 | u32 | where the JPEG begins in it |
| 8 | u32 | its length |
| 12 | u32 | the page's number in the journal |
| 16 | i64 | when the browser showed it |
| 24 | i64 | the frame's number in the run; rises from frame to frame, with holes |
| 32 | u32 | checksum of the JPEG |
| 36, 38 | u16 | width and height of the JPEG in pixels |
| 40, 42 | u16 | width and height of the viewport in CSS pixels |
| 44 | f32 | the page's own scale (pinch) |
| 48, 52, 56 | i32 | CSS pixels above the page, scroll offset x and y, in eighths of a pixel |
| 60 | u32 | checksum of the 60 bytes before |

A frame that is equal, byte for byte, to one of the last 4,096 different ones is not stored again: its entry points to that one. So the frames
of a segment are those whose head points to the bytes right behind itself.

Within an index, times never go back and numbers rise. So the frame of a moment is found by a binary search in the index of one page (18
reads of 64 bytes for 288,000 frames, from the page cache as a rule) and one read of a segment; nothing has to be kept in memory.

## The journal

Each line is the checksum of its JSON in eight hexadecimal digits, a blank, the JSON, and a line feed. Every line has `t` and `type`; kinds and
members that a reader does not know are passed over.

| `type` | members | meaning |
| --- | --- | --- |
| `recording` | `version`, `runId`, `startedAtMs` (since 1970) | the first line, and the second: it stands twice, so that one damaged byte cannot take the recording. In an archive also the last two lines; the highest version holds |
| `page` | `page` (its number), `id` (CDP target id), `url`, `title` | a page came, or has another address (noted at once) or title (the first at once, then at most once a second); without secrets and cut at 8,192 and 16,384 bytes, as in events |
| `gone` | `page` | the page was closed |
| `front` | `page` or null | this page is in front from now on |
| `gap` | `cause` | from here on pictures are missing: `disk_full`, `storage`, `browser_hung`, `page_crashed`. A gap that nothing ends reaches to the run's end |
| `gapEnd` | | they are not missing any more |
| `alive` | | every few seconds: browser and recorder are well, also when nothing moves |
| `end` | | the recording was closed in order |

## What is on the disk when

JPEGs are written to their segment at once. A fifth of a second after the first of them the commit comes: the segment is put on the disk
(`fdatasync`), then the journal, then the entries go into the indexes and those are put on the disk. So an entry never points to what a
power cut could take, and what readers see is committed. At most the last quarter of a second is lost, with the process or with the power;
and of a page that was moving the picture that had come too soon after the one before and waited its turn: for a tenth of a second at the default rate,
for a second in a tab behind others.

Nothing is repaired at the next start. An index is read as far as whole entries go, a journal as far as whole lines go; what a kill tore off
is not there. A JPEG, an entry or a line that does not match its checksum is passed over: that frame is lost, and whoever asks for it is
told. A journal without `end` belongs to a run that goes on, or to a server that was killed.

## Archives (version 2)

An archive has the journal and the indexes of the log, and instead of its segments for each page:

| file | what it holds |
| --- | --- |
| `video-000001.mkv`, ... | the page's pictures: Matroska (RFC 9559), H.264, of full range (JPEG's), each at its millisecond of the run. Any player shows it |
| `groups-000001`, ... | which pictures of it are decoded together: an entry of 32 bytes a group, in order. Entry 0 is the video's head |
| `pictures-000001`, ... | an entry of 16 bytes for each entry of the page's index: which picture of the video it is |

Both tables begin with a head of 64 bytes as segments do, with the magic `MARTLETG` (groups) or `MARTLETP` (pictures) and version 2.

| `groups` | type | meaning | | `pictures` | type | meaning |
| --- | --- | --- | --- | --- | --- | --- |
| 0 | u64 | where the group begins in the video | | 0 | u32 | the group, from 1; 0: damaged in the log |
| 8 | u32 | its length in bytes | | 4 | u32 | place in the group, from 0 |
| 12 | u32 | how many pictures it has | | 8 | u32 | the entry's own position in the index, from 0 |
| 16 | u32 | checksum of its bytes | | 12 | u32 | checksum of the 12 bytes before |
| 20 | | zeros | | | | |
| 28 | u32 | checksum of the 28 bytes before | | | | |

So any picture is found in three small reads behind the index; the head of the video and the group's bytes together are a video that a decoder
takes as it is. A group has ten pictures at most and begins with one that needs none before it. Each picture lies in a cluster of its own. A frame that is the same as the one before it
is no new picture. Two frames of one millisecond are one millisecond apart in the video, and keep their time in the index. Pictures keep their size: they stand in the
upper left corner of the video, which is as wide and high as the largest of the page, and is cut to the size that the index tells.

In the index of an archive, segment, place, length and checksum of the JPEG mean nothing any more; all else holds.

**The step.** Videos and tables are written beside the log, put on the disk, and looked at again: checksums, numbers, and by decoding the whole video. Until then they count for
nothing. Then a new journal is written, `journal.new`: the whole lines of the old one and twice a line `recording` with version 2; it is put on the disk and renamed to
`journal`. From that moment the segments count for nothing and are removed. What a kill leaves before the rename is removed by the next attempt; what it leaves after
it, by the next start that archives.

A flipped bit in a video loses its group; in the video's first few hundred bytes, the page's pictures.

## Versions

A recording whose journal has a higher version than the reader knows is refused, with both versions in the message.
"""###,
html: ###"""
<h1 id="the-format-of-a-recording-versions-1-and-2">The format of a recording (versions 1 and 2)</h1>
<p>A recording is a folder, <code>recordings/RUNID/</code> in the data folder. It is a log of frames (version 1) until it is <a href="/docs/recording#archives">archived</a> (version 2), which
a setting may ask for. All files of a log only grow; nothing in them is ever changed. Numbers are
little-endian. Times are milliseconds since the run's <code>startedAt</code>. Checksums are CRC-32C (Castagnoli, RFC 3720 B.4).</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>file</th>
<th>what it holds</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>journal</code></td>
<td>what happened beside the frames: pages, which one is in front, gaps; text, a line each</td>
</tr>
<tr>
<td><code>frames-000001</code>, ...</td>
<td>segments: the JPEGs, each behind a head of 64 bytes; a new segment begins at 64 MiB</td>
</tr>
<tr>
<td><code>index-000001</code>, ...</td>
<td>one a page, by the page's number in the journal: an entry of 64 bytes a frame, in order</td>
</tr>
<tr>
<td><code>reserve</code></td>
<td>while it is written: 64 KiB for the journal's last words on a full disk. After a kill it stays until the recording is archived or deleted</td>
</tr>
</tbody>
</table></div>
<h2 id="segments-and-indexes">Segments and indexes</h2>
<p>Both begin with a head of 64 bytes: the magic <code>MARTLETF</code> (segment) or <code>MARTLETI</code> (index), a <code>u32</code> version (1), a <code>u32</code> with the file's own
number, zeros, and in the last four bytes the checksum of the 60 before.</p>
<p>An entry of an index, and the head of a frame in its segment, are the same 64 bytes:</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>offset</th>
<th>type</th>
<th>meaning</th>
</tr>
</thead>
<tbody>
<tr>
<td>0</td>
<td>u32</td>
<td>segment that the JPEG lies in</td>
</tr>
<tr>
<td>4</td>
<td>u32</td>
<td>where the JPEG begins in it</td>
</tr>
<tr>
<td>8</td>
<td>u32</td>
<td>its length</td>
</tr>
<tr>
<td>12</td>
<td>u32</td>
<td>the page's number in the journal</td>
</tr>
<tr>
<td>16</td>
<td>i64</td>
<td>when the browser showed it</td>
</tr>
<tr>
<td>24</td>
<td>i64</td>
<td>the frame's number in the run; rises from frame to frame, with holes</td>
</tr>
<tr>
<td>32</td>
<td>u32</td>
<td>checksum of the JPEG</td>
</tr>
<tr>
<td>36, 38</td>
<td>u16</td>
<td>width and height of the JPEG in pixels</td>
</tr>
<tr>
<td>40, 42</td>
<td>u16</td>
<td>width and height of the viewport in CSS pixels</td>
</tr>
<tr>
<td>44</td>
<td>f32</td>
<td>the page's own scale (pinch)</td>
</tr>
<tr>
<td>48, 52, 56</td>
<td>i32</td>
<td>CSS pixels above the page, scroll offset x and y, in eighths of a pixel</td>
</tr>
<tr>
<td>60</td>
<td>u32</td>
<td>checksum of the 60 bytes before</td>
</tr>
</tbody>
</table></div>
<p>A frame that is equal, byte for byte, to one of the last 4,096 different ones is not stored again: its entry points to that one. So the frames
of a segment are those whose head points to the bytes right behind itself.</p>
<p>Within an index, times never go back and numbers rise. So the frame of a moment is found by a binary search in the index of one page (18
reads of 64 bytes for 288,000 frames, from the page cache as a rule) and one read of a segment; nothing has to be kept in memory.</p>
<h2 id="the-journal">The journal</h2>
<p>Each line is the checksum of its JSON in eight hexadecimal digits, a blank, the JSON, and a line feed. Every line has <code>t</code> and <code>type</code>; kinds and
members that a reader does not know are passed over.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th><code>type</code></th>
<th>members</th>
<th>meaning</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>recording</code></td>
<td><code>version</code>, <code>runId</code>, <code>startedAtMs</code> (since 1970)</td>
<td>the first line, and the second: it stands twice, so that one damaged byte cannot take the recording. In an archive also the last two lines; the highest version holds</td>
</tr>
<tr>
<td><code>page</code></td>
<td><code>page</code> (its number), <code>id</code> (CDP target id), <code>url</code>, <code>title</code></td>
<td>a page came, or has another address (noted at once) or title (the first at once, then at most once a second); without secrets and cut at 8,192 and 16,384 bytes, as in events</td>
</tr>
<tr>
<td><code>gone</code></td>
<td><code>page</code></td>
<td>the page was closed</td>
</tr>
<tr>
<td><code>front</code></td>
<td><code>page</code> or null</td>
<td>this page is in front from now on</td>
</tr>
<tr>
<td><code>gap</code></td>
<td><code>cause</code></td>
<td>from here on pictures are missing: <code>disk_full</code>, <code>storage</code>, <code>browser_hung</code>, <code>page_crashed</code>. A gap that nothing ends reaches to the run's end</td>
</tr>
<tr>
<td><code>gapEnd</code></td>
<td></td>
<td>they are not missing any more</td>
</tr>
<tr>
<td><code>alive</code></td>
<td></td>
<td>every few seconds: browser and recorder are well, also when nothing moves</td>
</tr>
<tr>
<td><code>end</code></td>
<td></td>
<td>the recording was closed in order</td>
</tr>
</tbody>
</table></div>
<h2 id="what-is-on-the-disk-when">What is on the disk when</h2>
<p>JPEGs are written to their segment at once. A fifth of a second after the first of them the commit comes: the segment is put on the disk
(<code>fdatasync</code>), then the journal, then the entries go into the indexes and those are put on the disk. So an entry never points to what a
power cut could take, and what readers see is committed. At most the last quarter of a second is lost, with the process or with the power;
and of a page that was moving the picture that had come too soon after the one before and waited its turn: for a tenth of a second at the default rate,
for a second in a tab behind others.</p>
<p>Nothing is repaired at the next start. An index is read as far as whole entries go, a journal as far as whole lines go; what a kill tore off
is not there. A JPEG, an entry or a line that does not match its checksum is passed over: that frame is lost, and whoever asks for it is
told. A journal without <code>end</code> belongs to a run that goes on, or to a server that was killed.</p>
<h2 id="archives-version-2">Archives (version 2)</h2>
<p>An archive has the journal and the indexes of the log, and instead of its segments for each page:</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>file</th>
<th>what it holds</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>video-000001.mkv</code>, ...</td>
<td>the page's pictures: Matroska (RFC 9559), H.264, of full range (JPEG's), each at its millisecond of the run. Any player shows it</td>
</tr>
<tr>
<td><code>groups-000001</code>, ...</td>
<td>which pictures of it are decoded together: an entry of 32 bytes a group, in order. Entry 0 is the video's head</td>
</tr>
<tr>
<td><code>pictures-000001</code>, ...</td>
<td>an entry of 16 bytes for each entry of the page's index: which picture of the video it is</td>
</tr>
</tbody>
</table></div>
<p>Both tables begin with a head of 64 bytes as segments do, with the magic <code>MARTLETG</code> (groups) or <code>MARTLETP</code> (pictures) and version 2.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th><code>groups</code></th>
<th>type</th>
<th>meaning</th>
<th></th>
<th><code>pictures</code></th>
<th>type</th>
<th>meaning</th>
</tr>
</thead>
<tbody>
<tr>
<td>0</td>
<td>u64</td>
<td>where the group begins in the video</td>
<td></td>
<td>0</td>
<td>u32</td>
<td>the group, from 1; 0: damaged in the log</td>
</tr>
<tr>
<td>8</td>
<td>u32</td>
<td>its length in bytes</td>
<td></td>
<td>4</td>
<td>u32</td>
<td>place in the group, from 0</td>
</tr>
<tr>
<td>12</td>
<td>u32</td>
<td>how many pictures it has</td>
<td></td>
<td>8</td>
<td>u32</td>
<td>the entry's own position in the index, from 0</td>
</tr>
<tr>
<td>16</td>
<td>u32</td>
<td>checksum of its bytes</td>
<td></td>
<td>12</td>
<td>u32</td>
<td>checksum of the 12 bytes before</td>
</tr>
<tr>
<td>20</td>
<td></td>
<td>zeros</td>
<td></td>
<td></td>
<td></td>
<td></td>
</tr>
<tr>
<td>28</td>
<td>u32</td>
<td>checksum of the 28 bytes before</td>
<td></td>
<td></td>
<td></td>
<td></td>
</tr>
</tbody>
</table></div>
<p>So any picture is found in three small reads behind the index; the head of the video and the group's bytes together are a video that a decoder
takes as it is. A group has ten pictures at most and begins with one that needs none before it. Each picture lies in a cluster of its own. A frame that is the same as the one before it
is no new picture. Two frames of one millisecond are one millisecond apart in the video, and keep their time in the index. Pictures keep their size: they stand in the
upper left corner of the video, which is as wide and high as the largest of the page, and is cut to the size that the index tells.</p>
<p>In the index of an archive, segment, place, length and checksum of the JPEG mean nothing any more; all else holds.</p>
<p><strong>The step.</strong> Videos and tables are written beside the log, put on the disk, and looked at again: checksums, numbers, and by decoding the whole video. Until then they count for
nothing. Then a new journal is written, <code>journal.new</code>: the whole lines of the old one and twice a line <code>recording</code> with version 2; it is put on the disk and renamed to
<code>journal</code>. From that moment the segments count for nothing and are removed. What a kill leaves before the rename is removed by the next attempt; what it leaves after
it, by the next start that archives.</p>
<p>A flipped bit in a video loses its group; in the video's first few hundred bytes, the page's pictures.</p>
<h2 id="versions">Versions</h2>
<p>A recording whose journal has a higher version than the reader knows is refused, with both versions in the message.</p>
"""###
)
}
