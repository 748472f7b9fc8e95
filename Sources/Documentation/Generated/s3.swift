// Made by scripts/generate-docs from docs/s3.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageS3 = DocumentationPage(
path: "s3", title: ###"""
Files in an S3 bucket
"""###, label: ###"""
Files in an S3 bucket
"""###, summary: ###"""
where the bytes of files are kept, if not on the disk
"""###,
markdown: ###"""
# Files in an S3 bucket

```sh
export AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=…
MARTLET_FILES=s3 MARTLET_S3_BUCKET=my-bucket MARTLET_S3_REGION=eu-central-1 martlet serve
```

The bytes of all files (downloads, uploads, screenshots, exports) then lie in the bucket; their names, the record and the recordings stay in the data folder. Everything else is as with
files on the disk.

| environment | file | default | meaning |
| --- | --- | --- | --- |
| `MARTLET_FILES` | `files` | `disk` | `s3`: in a bucket |
| `MARTLET_S3_BUCKET` | `s3.bucket` | | the bucket; it must be there |
| `MARTLET_S3_REGION` | `s3.region` | `AWS_REGION`, `AWS_DEFAULT_REGION`; with an endpoint `us-east-1` | the region that requests are signed for |
| `MARTLET_S3_ENDPOINT` | `s3.endpoint` | `AWS_ENDPOINT_URL_S3`, `AWS_ENDPOINT_URL`; else AWS | the address of another service (MinIO, Ceph, R2), without a path; the bucket then stands in the path |
| `MARTLET_S3_PREFIX` | `s3.prefix` | `martlet` | what all keys begin with |
| `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN` | never | | the keys; in the environment only. Instance roles and profiles are not read |

The policy must allow `s3:ListBucket`, `s3:ListBucketMultipartUploads`, `s3:GetObject`, `s3:PutObject`, `s3:DeleteObject` and `s3:AbortMultipartUpload`.

- **Keys.** `PREFIX/blobs/ab/cdef…` by SHA-256: the same bytes once. `PREFIX/owner` names the data folder that the prefix belongs to. A second server is refused
  there: each start removes the blobs that its own database does not name. A restored copy of a data folder has the same name (`store-id`), so never run both.
- **Writing.** Bytes first go to `spool/` in the data folder, where their digest is found; then they are uploaded, in parts of 8 MiB where they are longer, three at once. A call that
  keeps a file answers when the bucket has it. The spool needs room for what is uploaded at one time, and is empty otherwise.
- **Reading.** Ranges of 4 MiB, one ahead of the reader; a piece that fails is asked for again. Downloads go through the server, so a bucket needs no public access.
- **Failures.** Requests are signed (Signature Version 4, the body included). 429, 5xx and lost connections are tried four times, with pauses of 0.2, 0.8 and 3.2 seconds and some chance; then
  the caller gets 503 `storage.unavailable`. A start with a wrong bucket, region or key ends with a sentence that says which.
- **Deletion** frees the object at once. In a bucket with versions, set a rule that removes old ones. A reader that is in the middle of a file that is deleted breaks off.
"""###,
html: ###"""
<h1 id="files-in-an-s3-bucket">Files in an S3 bucket</h1>
<pre><code class="language-sh">export AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=…
MARTLET_FILES=s3 MARTLET_S3_BUCKET=my-bucket MARTLET_S3_REGION=eu-central-1 martlet serve
</code></pre>
<p>The bytes of all files (downloads, uploads, screenshots, exports) then lie in the bucket; their names, the record and the recordings stay in the data folder. Everything else is as with
files on the disk.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>environment</th>
<th>file</th>
<th>default</th>
<th>meaning</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>MARTLET_FILES</code></td>
<td><code>files</code></td>
<td><code>disk</code></td>
<td><code>s3</code>: in a bucket</td>
</tr>
<tr>
<td><code>MARTLET_S3_BUCKET</code></td>
<td><code>s3.bucket</code></td>
<td></td>
<td>the bucket; it must be there</td>
</tr>
<tr>
<td><code>MARTLET_S3_REGION</code></td>
<td><code>s3.region</code></td>
<td><code>AWS_REGION</code>, <code>AWS_DEFAULT_REGION</code>; with an endpoint <code>us-east-1</code></td>
<td>the region that requests are signed for</td>
</tr>
<tr>
<td><code>MARTLET_S3_ENDPOINT</code></td>
<td><code>s3.endpoint</code></td>
<td><code>AWS_ENDPOINT_URL_S3</code>, <code>AWS_ENDPOINT_URL</code>; else AWS</td>
<td>the address of another service (MinIO, Ceph, R2), without a path; the bucket then stands in the path</td>
</tr>
<tr>
<td><code>MARTLET_S3_PREFIX</code></td>
<td><code>s3.prefix</code></td>
<td><code>martlet</code></td>
<td>what all keys begin with</td>
</tr>
<tr>
<td><code>AWS_ACCESS_KEY_ID</code>, <code>AWS_SECRET_ACCESS_KEY</code>, <code>AWS_SESSION_TOKEN</code></td>
<td>never</td>
<td></td>
<td>the keys; in the environment only. Instance roles and profiles are not read</td>
</tr>
</tbody>
</table></div>
<p>The policy must allow <code>s3:ListBucket</code>, <code>s3:ListBucketMultipartUploads</code>, <code>s3:GetObject</code>, <code>s3:PutObject</code>, <code>s3:DeleteObject</code> and <code>s3:AbortMultipartUpload</code>.</p>
<ul>
<li><strong>Keys.</strong> <code>PREFIX/blobs/ab/cdef…</code> by SHA-256: the same bytes once. <code>PREFIX/owner</code> names the data folder that the prefix belongs to. A second server is refused
there: each start removes the blobs that its own database does not name. A restored copy of a data folder has the same name (<code>store-id</code>), so never run both.</li>
<li><strong>Writing.</strong> Bytes first go to <code>spool/</code> in the data folder, where their digest is found; then they are uploaded, in parts of 8 MiB where they are longer, three at once. A call that
keeps a file answers when the bucket has it. The spool needs room for what is uploaded at one time, and is empty otherwise.</li>
<li><strong>Reading.</strong> Ranges of 4 MiB, one ahead of the reader; a piece that fails is asked for again. Downloads go through the server, so a bucket needs no public access.</li>
<li><strong>Failures.</strong> Requests are signed (Signature Version 4, the body included). 429, 5xx and lost connections are tried four times, with pauses of 0.2, 0.8 and 3.2 seconds and some chance; then
the caller gets 503 <code>storage.unavailable</code>. A start with a wrong bucket, region or key ends with a sentence that says which.</li>
<li><strong>Deletion</strong> frees the object at once. In a bucket with versions, set a rule that removes old ones. A reader that is in the middle of a file that is deleted breaks off.</li>
</ul>
"""###
)
}
