// Made by scripts/generate-docs from docs/errors.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageErrors = DocumentationPage(
path: "errors", title: ###"""
Errors
"""###, label: ###"""
Errors
"""###, summary: ###"""
every code, its status and what to do
"""###,
markdown: ###"""
# Errors

Every answer with a status of 400 or more has this body, `application/json`; `requestId` is also the header `x-request-id`, which every
answer has, and the server's log has the request under it (`request.id`).

```json
{
  "error": "`config.fingerprint.viewport.width` must be a whole number from 200 to 7680.",
  "code": "request.invalid",
  "reasonClass": "invalid_input",
  "requestId": "019ab2c1-0000-7000-8000-000000000000",
  "details": { "field": "config.fingerprint.viewport.width" }
}
```

- `error` is a sentence for people and may be worded better at any time. Programs read `code`, which never changes its meaning.
- `reasonClass` follows from the status: 400, 405, 413 and 416 `invalid_input`, 401 `unauthorized`, 402 `capability_limit_exceeded`, 403
  `capability_denied`, 404 and 410 `not_found`, 409 `conflict`, 429 `rate_limited`, 503 `upstream`, 500 `server`.
- `hint`, where there is one, says what to do. `details` says what it was about: `field` (the member by its path, the parameter or the
  header that is wrong), `offset` (the byte at which a body stops being JSON), `runtimeId`, `runId`, `spaceId`, `limit`.
- Secrets never stand in an error. Of what was sent only well-formed ids and paths of files do.

| code | status | when |
| --- | --- | --- |
| `request.invalid` | 400 | A body that is not UTF-8, not JSON or no object; a member, parameter or header that is wrong; a cursor that is none |
| `proxy.invalid` | 400 | A proxy that is no custom `http` or `socks5` one; a saved or managed one, of which there are none; SOCKS5 with credentials, which Chromium cannot send |
| `storage_file.path_invalid` | 400 | A path or name of a file that means something else somewhere (`docs/files.md`) |
| `runtime_file.path_invalid` | 400 | The same of a path in a workspace; or one that leads to a link, a folder, a device |
| `auth.required` | 401 | No API key, an unknown, revoked or lapsed one; a wrong or lapsed token of a stream; a wrong token of a CDP address |
| `auth.code_invalid` | 401 | A sign-in code of the dashboard that was never made, was used already, is older than five minutes, or whose maker's key was revoked |
| `browser.concurrent_quota_exceeded` | 402 | As many runtimes are active as the server allows |
| `storage.quota_exceeded` | 402 | The space's files would have more bytes than the server allows |
| `auth.forbidden` | 403 | A CDP address is asked by a foreign `Host`, or by a web page (`Origin`) that is not configured |
| `route.not_found` | 404 | No such path. Routes that are not built yet answer this |
| `space.not_found`, `runtime.not_found`, `run.not_found`, `target.not_found`, `file.not_found`, `api_key.not_found` | 404 | No such thing; an id that is malformed is one that does not exist. For CDP addresses: no such run is open |
| `subaccount.not_found` | 404 | A subaccount was named; there are none |
| `help.topic_not_found` | 404 | No help on this topic |
| `recording.export_not_found` | 404 | The run has no such export, or the server was started since (what it made is among the run's files) |
| `frame.not_found` | 404 | A recording has no picture with this number, or it does not match its checksum |
| `recording.not_available` | 404 | Nothing was recorded of the run, or its time was over |
| `lease.not_found`, `human_action.not_found` | 404 | The run has no such lease; the runtime never had a human action |
| `view.not_found` | 404 | The address of a viewer carries a token that was never given out, or for another kind of viewer |
| `method.not_allowed` | 405 | The path has no such method; the header `Allow` lists those it has |
| `runtime.not_stopped` | 409 | The runtime is active, and this needs it stopped |
| `runtime.not_active` | 409 | The runtime is not active, and this needs it active |
| `runtime.not_executable` | 409 | Another request is changing the same thing; ask again |
| `run.live_not_active` | 409 | The run has ended: there is nothing live to see |
| `human_action.already_pending` | 409 | The runtime has a human action that is not settled; wait for it or cancel it |
| `human_action.not_pending` | 409 | The human action was settled otherwise |
| `view.control_not_held` | 409 | A file was uploaded by a live view that has no control |
| `space.is_default` | 409 | The default space cannot be deleted |
| `run.active` | 409 | The run goes on, and this needs it ended |
| `idempotency.key_reused` | 409 | The `Idempotency-Key` came with another request before |
| `recording.export_cancelled` | 409 | Somebody cancelled the export while this call waited for it |
| `view.expired` | 410 | The address of a viewer has lapsed (known for a day after that, then 404) |
| `storage_file.path_exists` | 409 | A file has this path already |
| `request.too_large` | 413 | A body of JSON of more than 1 MiB, a file that is larger than the server allows, a form with too many or too large fields. The connection is closed |
| `range.not_satisfiable` | 416 | Nothing of the range lies in the file; `Content-Range` has its size |
| `recording.unreadable` | 500 | What was asked for of a recording is damaged, or a newer version has written it |
| `view.upload_refused` | 413 | A person's file is larger than 256 MiB, or the run has 1 GiB or 500 of them |
| `recording.too_many_exports` | 429 | 100 exports of recordings wait already |
| `recording.export_failed` | 500 | ffmpeg could not make the video; the message has its last words |
| `server.error` | 500 | Something that nobody foresaw; the cause is in the server's log only |
| `runtime.host_unavailable` | 503 | No browser is installed, it did not start or did not answer, or the server is shutting down |
| `viewer.mint_failed` | 503 | The live view cannot be stored now |
| `recording.ffmpeg_missing` | 503 | A video, or a picture of an archived recording, is asked for and ffmpeg is not installed (`docs/recording-export.md`, `docs/recording.md`) |
| `storage.unavailable` | 503 | The disk is full or the data folder cannot be used. What is stored stays readable |

An event stream finds everything that is wrong with its request before it begins, and then answers as above. Requests that are no HTTP, and heads that
are too large (431) or too slow (408), get the same body and are closed.

Retries are safe for GET and HEAD, and for every request with an `Idempotency-Key`: only successes are kept, for 24 hours, and a duplicate of a request still
under way waits for it. Keys belong to the operation and its path.
"""###,
html: ###"""
<h1 id="errors">Errors</h1>
<p>Every answer with a status of 400 or more has this body, <code>application/json</code>; <code>requestId</code> is also the header <code>x-request-id</code>, which every
answer has, and the server's log has the request under it (<code>request.id</code>).</p>
<pre><code class="language-json">{
  &quot;error&quot;: &quot;`config.fingerprint.viewport.width` must be a whole number from 200 to 7680.&quot;,
  &quot;code&quot;: &quot;request.invalid&quot;,
  &quot;reasonClass&quot;: &quot;invalid_input&quot;,
  &quot;requestId&quot;: &quot;019ab2c1-0000-7000-8000-000000000000&quot;,
  &quot;details&quot;: { &quot;field&quot;: &quot;config.fingerprint.viewport.width&quot; }
}
</code></pre>
<ul>
<li><code>error</code> is a sentence for people and may be worded better at any time. Programs read <code>code</code>, which never changes its meaning.</li>
<li><code>reasonClass</code> follows from the status: 400, 405, 413 and 416 <code>invalid_input</code>, 401 <code>unauthorized</code>, 402 <code>capability_limit_exceeded</code>, 403
<code>capability_denied</code>, 404 and 410 <code>not_found</code>, 409 <code>conflict</code>, 429 <code>rate_limited</code>, 503 <code>upstream</code>, 500 <code>server</code>.</li>
<li><code>hint</code>, where there is one, says what to do. <code>details</code> says what it was about: <code>field</code> (the member by its path, the parameter or the
header that is wrong), <code>offset</code> (the byte at which a body stops being JSON), <code>runtimeId</code>, <code>runId</code>, <code>spaceId</code>, <code>limit</code>.</li>
<li>Secrets never stand in an error. Of what was sent only well-formed ids and paths of files do.</li>
</ul>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>code</th>
<th>status</th>
<th>when</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>request.invalid</code></td>
<td>400</td>
<td>A body that is not UTF-8, not JSON or no object; a member, parameter or header that is wrong; a cursor that is none</td>
</tr>
<tr>
<td><code>proxy.invalid</code></td>
<td>400</td>
<td>A proxy that is no custom <code>http</code> or <code>socks5</code> one; a saved or managed one, of which there are none; SOCKS5 with credentials, which Chromium cannot send</td>
</tr>
<tr>
<td><code>storage_file.path_invalid</code></td>
<td>400</td>
<td>A path or name of a file that means something else somewhere (<code>docs/files.md</code>)</td>
</tr>
<tr>
<td><code>runtime_file.path_invalid</code></td>
<td>400</td>
<td>The same of a path in a workspace; or one that leads to a link, a folder, a device</td>
</tr>
<tr>
<td><code>auth.required</code></td>
<td>401</td>
<td>No API key, an unknown, revoked or lapsed one; a wrong or lapsed token of a stream; a wrong token of a CDP address</td>
</tr>
<tr>
<td><code>auth.code_invalid</code></td>
<td>401</td>
<td>A sign-in code of the dashboard that was never made, was used already, is older than five minutes, or whose maker's key was revoked</td>
</tr>
<tr>
<td><code>browser.concurrent_quota_exceeded</code></td>
<td>402</td>
<td>As many runtimes are active as the server allows</td>
</tr>
<tr>
<td><code>storage.quota_exceeded</code></td>
<td>402</td>
<td>The space's files would have more bytes than the server allows</td>
</tr>
<tr>
<td><code>auth.forbidden</code></td>
<td>403</td>
<td>A CDP address is asked by a foreign <code>Host</code>, or by a web page (<code>Origin</code>) that is not configured</td>
</tr>
<tr>
<td><code>route.not_found</code></td>
<td>404</td>
<td>No such path. Routes that are not built yet answer this</td>
</tr>
<tr>
<td><code>space.not_found</code>, <code>runtime.not_found</code>, <code>run.not_found</code>, <code>target.not_found</code>, <code>file.not_found</code>, <code>api_key.not_found</code></td>
<td>404</td>
<td>No such thing; an id that is malformed is one that does not exist. For CDP addresses: no such run is open</td>
</tr>
<tr>
<td><code>subaccount.not_found</code></td>
<td>404</td>
<td>A subaccount was named; there are none</td>
</tr>
<tr>
<td><code>help.topic_not_found</code></td>
<td>404</td>
<td>No help on this topic</td>
</tr>
<tr>
<td><code>recording.export_not_found</code></td>
<td>404</td>
<td>The run has no such export, or the server was started since (what it made is among the run's files)</td>
</tr>
<tr>
<td><code>frame.not_found</code></td>
<td>404</td>
<td>A recording has no picture with this number, or it does not match its checksum</td>
</tr>
<tr>
<td><code>recording.not_available</code></td>
<td>404</td>
<td>Nothing was recorded of the run, or its time was over</td>
</tr>
<tr>
<td><code>lease.not_found</code>, <code>human_action.not_found</code></td>
<td>404</td>
<td>The run has no such lease; the runtime never had a human action</td>
</tr>
<tr>
<td><code>view.not_found</code></td>
<td>404</td>
<td>The address of a viewer carries a token that was never given out, or for another kind of viewer</td>
</tr>
<tr>
<td><code>method.not_allowed</code></td>
<td>405</td>
<td>The path has no such method; the header <code>Allow</code> lists those it has</td>
</tr>
<tr>
<td><code>runtime.not_stopped</code></td>
<td>409</td>
<td>The runtime is active, and this needs it stopped</td>
</tr>
<tr>
<td><code>runtime.not_active</code></td>
<td>409</td>
<td>The runtime is not active, and this needs it active</td>
</tr>
<tr>
<td><code>runtime.not_executable</code></td>
<td>409</td>
<td>Another request is changing the same thing; ask again</td>
</tr>
<tr>
<td><code>run.live_not_active</code></td>
<td>409</td>
<td>The run has ended: there is nothing live to see</td>
</tr>
<tr>
<td><code>human_action.already_pending</code></td>
<td>409</td>
<td>The runtime has a human action that is not settled; wait for it or cancel it</td>
</tr>
<tr>
<td><code>human_action.not_pending</code></td>
<td>409</td>
<td>The human action was settled otherwise</td>
</tr>
<tr>
<td><code>view.control_not_held</code></td>
<td>409</td>
<td>A file was uploaded by a live view that has no control</td>
</tr>
<tr>
<td><code>space.is_default</code></td>
<td>409</td>
<td>The default space cannot be deleted</td>
</tr>
<tr>
<td><code>run.active</code></td>
<td>409</td>
<td>The run goes on, and this needs it ended</td>
</tr>
<tr>
<td><code>idempotency.key_reused</code></td>
<td>409</td>
<td>The <code>Idempotency-Key</code> came with another request before</td>
</tr>
<tr>
<td><code>recording.export_cancelled</code></td>
<td>409</td>
<td>Somebody cancelled the export while this call waited for it</td>
</tr>
<tr>
<td><code>view.expired</code></td>
<td>410</td>
<td>The address of a viewer has lapsed (known for a day after that, then 404)</td>
</tr>
<tr>
<td><code>storage_file.path_exists</code></td>
<td>409</td>
<td>A file has this path already</td>
</tr>
<tr>
<td><code>request.too_large</code></td>
<td>413</td>
<td>A body of JSON of more than 1 MiB, a file that is larger than the server allows, a form with too many or too large fields. The connection is closed</td>
</tr>
<tr>
<td><code>range.not_satisfiable</code></td>
<td>416</td>
<td>Nothing of the range lies in the file; <code>Content-Range</code> has its size</td>
</tr>
<tr>
<td><code>recording.unreadable</code></td>
<td>500</td>
<td>What was asked for of a recording is damaged, or a newer version has written it</td>
</tr>
<tr>
<td><code>view.upload_refused</code></td>
<td>413</td>
<td>A person's file is larger than 256 MiB, or the run has 1 GiB or 500 of them</td>
</tr>
<tr>
<td><code>recording.too_many_exports</code></td>
<td>429</td>
<td>100 exports of recordings wait already</td>
</tr>
<tr>
<td><code>recording.export_failed</code></td>
<td>500</td>
<td>ffmpeg could not make the video; the message has its last words</td>
</tr>
<tr>
<td><code>server.error</code></td>
<td>500</td>
<td>Something that nobody foresaw; the cause is in the server's log only</td>
</tr>
<tr>
<td><code>runtime.host_unavailable</code></td>
<td>503</td>
<td>No browser is installed, it did not start or did not answer, or the server is shutting down</td>
</tr>
<tr>
<td><code>viewer.mint_failed</code></td>
<td>503</td>
<td>The live view cannot be stored now</td>
</tr>
<tr>
<td><code>recording.ffmpeg_missing</code></td>
<td>503</td>
<td>A video, or a picture of an archived recording, is asked for and ffmpeg is not installed (<code>docs/recording-export.md</code>, <code>docs/recording.md</code>)</td>
</tr>
<tr>
<td><code>storage.unavailable</code></td>
<td>503</td>
<td>The disk is full or the data folder cannot be used. What is stored stays readable</td>
</tr>
</tbody>
</table></div>
<p>An event stream finds everything that is wrong with its request before it begins, and then answers as above. Requests that are no HTTP, and heads that
are too large (431) or too slow (408), get the same body and are closed.</p>
<p>Retries are safe for GET and HEAD, and for every request with an <code>Idempotency-Key</code>: only successes are kept, for 24 hours, and a duplicate of a request still
under way waits for it. Keys belong to the operation and its path.</p>
"""###
)
}
