// Made by scripts/generate-docs from docs/live-view.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageLiveView = DocumentationPage(
path: "live-view", title: ###"""
Live view: watch a run, take it over, hand it back
"""###, label: ###"""
Live view
"""###, summary: ###"""
watch a run, take it over, hand it back; what becomes of the agent meanwhile; human actions
"""###,
markdown: ###"""
# Live view: watch a run, take it over, hand it back

    curl -X POST $MARTLET/v1/runs/$RUN/live -H "Authorization: Bearer $KEY" -d '{"control":"input","name":"Ann"}'
    {"url":"http://localhost:8787/view/live/Zk3t…","expiresAt":"…","leaseId":"…","control":"input"}

Open `url` in a browser, or put it into an iframe of any page: it carries its own credential, needs no cookie, and opens this run's live view and nothing else.

| member | meaning |
| --- | --- |
| `control` | `none` (default): watch. `input`: drive as well. The server enforces it |
| `expiresInSeconds` | 1 to 86,400, default 3,600. At `expiresAt` open viewers are told and closed; then the address answers 410 |
| `agentInput` | what becomes of the agent's input while the holder of this lease drives: `hold` (default) or `refuse` |
| `name` | whom it is for; shown to all who watch, and in the record. Nothing else is known of a viewer |

`GET /v1/runs/{runId}/leases` lists a run's leases, `DELETE /v1/runs/{runId}/leases/{leaseId}` takes one back at once. Make one for each viewer. How to embed the page, its parameters and keys: `docs/live-view-page.md`. The page and the server talk as
`docs/live-view-protocol.md` says; a page of your own can do the same.

## What a viewer sees
The front tab, or another one that the viewer picks for itself: the browser notices nothing of either (focus, size and order of its tabs stay). The picture is one screencast a tab for all viewers
and the recording; beside the tabs that are recorded eight are shown moving at once at most, the last used ones. Each viewer gets the newest frame that its line can take, never a queue of old ones; a page that does not change sends nothing.

## Who drives
One at a time: the agent, or the person of one lease. A person takes control by a button or by simply clicking or typing (hovering takes nothing), and gives it back by a button, by *Done*,
by being gone for 10 seconds, or when the lease ends. A second person sees who drives, and may take over. Each change of hands begins an *epoch*: what was sent in an earlier one does nothing.
Changes are in the events (`control`) and the activity (`system.control_taken`, `system.control_released`), comings and goings of viewers in the activity (`system.live_view_opened`, `system.live_view_closed`).
What a person does is told in the activity as "A person clicked …", with passwords masked as ever.

## The agent meanwhile
Its connection stays, its reads go on, its handles stay good. Its input is held (and goes on, in order, when the person is done) or refused (a CDP error, code -32000, "A person has control of
this browser (live view). …"). Input is:

- `Input.*` but `Input.setInterceptDrags`;
- `Page.navigate`, `reload`, `navigateToHistoryEntry`, `stopLoading`, `handleJavaScriptDialog`, `bringToFront`, `close`, `crash`, `setDocumentContent`, `resetNavigationHistory`;
- `Target.createTarget`, `closeTarget`, `activateTarget`, `disposeBrowserContext`; `Browser.close`, `crash`, `setWindowBounds`, `setContentsSize`;
- `DOM.setFileInputFiles`; `Emulation.setDeviceMetricsOverride` and the others that change the page's size or its kind of input.

Scripts (`Runtime.evaluate`, `Runtime.callFunctionOn`) are not: an agent's waiting is made of them. Playwright's `click` waits, its `fill` has emptied the field by a script before its text waits.
At most 1,000 commands and 4 MiB wait for one client; those beyond are refused. Agents' own timeouts run on: one that gives up after 30 seconds does so while held too.

## What a headless browser does not draw
While a person drives, select boxes, dialogs and file choosers are shown by the viewer. Dialogs wait for the person however long, instead of being dismissed after 5 seconds. Files come from the
person's machine (256 MiB each, 1 GiB a run), by the chooser or dropped on the picture, and go with the run. Pasting (1 MiB at most) shows the page a `paste` event with all of the text and, unless the page takes it, puts it in; copying reads the selection, never a password.
Only `http:` and `https:` addresses can be opened. What is dragged is dropped where the button is let go, also from frame to frame; Escape gives a drag up, and so does a change of control.

Nor does it fetch the icons of pages. While somebody watches, Martlet asks for the icon that suits a tab best (`<link rel=icon>`, else `/favicon.ico`), once for each address, with the page's cookies and within the run's
network rules, in at most 3 s. Page and record notice nothing of it; the site sees the request. A globe stands for what is no picture, is larger than 128 KiB, or is forbidden by the page's `connect-src`.

## Human actions
An agent that needs a person asks for one:

    POST /v1/runtimes/{runtimeId}/human-actions {"message": "Type the one-time code", "timeoutSeconds": 300}
    POST /v1/runtimes/{runtimeId}/human-actions/wait {"timeoutSeconds": 60}      # resolved, or ask again

Every live view of the run shows the message; *Done* completes it and gives control back. It can also be completed or cancelled by a call, expires after `timeoutSeconds`, and is cancelled when its run ends.

## Limits
256 viewers a run, 8 a lease. 300 messages a second from one viewer, 64 KiB each. 16 fingers and 64 keys down at once. A frame that a viewer does not acknowledge for 60 seconds (`viewerTimeoutSeconds`) closes it. `Date`, time and colour fields are typed
into. Right-clicks reach the page, the browser's own context menu is not drawn. Sound is not carried.
"""###,
html: ###"""
<h1 id="live-view-watch-a-run-take-it-over-hand-it-back">Live view: watch a run, take it over, hand it back</h1>
<pre><code>curl -X POST $MARTLET/v1/runs/$RUN/live -H &quot;Authorization: Bearer $KEY&quot; -d '{&quot;control&quot;:&quot;input&quot;,&quot;name&quot;:&quot;Ann&quot;}'
{&quot;url&quot;:&quot;http://localhost:8787/view/live/Zk3t…&quot;,&quot;expiresAt&quot;:&quot;…&quot;,&quot;leaseId&quot;:&quot;…&quot;,&quot;control&quot;:&quot;input&quot;}
</code></pre>
<p>Open <code>url</code> in a browser, or put it into an iframe of any page: it carries its own credential, needs no cookie, and opens this run's live view and nothing else.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>member</th>
<th>meaning</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>control</code></td>
<td><code>none</code> (default): watch. <code>input</code>: drive as well. The server enforces it</td>
</tr>
<tr>
<td><code>expiresInSeconds</code></td>
<td>1 to 86,400, default 3,600. At <code>expiresAt</code> open viewers are told and closed; then the address answers 410</td>
</tr>
<tr>
<td><code>agentInput</code></td>
<td>what becomes of the agent's input while the holder of this lease drives: <code>hold</code> (default) or <code>refuse</code></td>
</tr>
<tr>
<td><code>name</code></td>
<td>whom it is for; shown to all who watch, and in the record. Nothing else is known of a viewer</td>
</tr>
</tbody>
</table></div>
<p><code>GET /v1/runs/{runId}/leases</code> lists a run's leases, <code>DELETE /v1/runs/{runId}/leases/{leaseId}</code> takes one back at once. Make one for each viewer. How to embed the page, its parameters and keys: <code>docs/live-view-page.md</code>. The page and the server talk as
<code>docs/live-view-protocol.md</code> says; a page of your own can do the same.</p>
<h2 id="what-a-viewer-sees">What a viewer sees</h2>
<p>The front tab, or another one that the viewer picks for itself: the browser notices nothing of either (focus, size and order of its tabs stay). The picture is one screencast a tab for all viewers
and the recording; beside the tabs that are recorded eight are shown moving at once at most, the last used ones. Each viewer gets the newest frame that its line can take, never a queue of old ones; a page that does not change sends nothing.</p>
<h2 id="who-drives">Who drives</h2>
<p>One at a time: the agent, or the person of one lease. A person takes control by a button or by simply clicking or typing (hovering takes nothing), and gives it back by a button, by <em>Done</em>,
by being gone for 10 seconds, or when the lease ends. A second person sees who drives, and may take over. Each change of hands begins an <em>epoch</em>: what was sent in an earlier one does nothing.
Changes are in the events (<code>control</code>) and the activity (<code>system.control_taken</code>, <code>system.control_released</code>), comings and goings of viewers in the activity (<code>system.live_view_opened</code>, <code>system.live_view_closed</code>).
What a person does is told in the activity as &quot;A person clicked …&quot;, with passwords masked as ever.</p>
<h2 id="the-agent-meanwhile">The agent meanwhile</h2>
<p>Its connection stays, its reads go on, its handles stay good. Its input is held (and goes on, in order, when the person is done) or refused (a CDP error, code -32000, &quot;A person has control of
this browser (live view). …&quot;). Input is:</p>
<ul>
<li><code>Input.*</code> but <code>Input.setInterceptDrags</code>;</li>
<li><code>Page.navigate</code>, <code>reload</code>, <code>navigateToHistoryEntry</code>, <code>stopLoading</code>, <code>handleJavaScriptDialog</code>, <code>bringToFront</code>, <code>close</code>, <code>crash</code>, <code>setDocumentContent</code>, <code>resetNavigationHistory</code>;</li>
<li><code>Target.createTarget</code>, <code>closeTarget</code>, <code>activateTarget</code>, <code>disposeBrowserContext</code>; <code>Browser.close</code>, <code>crash</code>, <code>setWindowBounds</code>, <code>setContentsSize</code>;</li>
<li><code>DOM.setFileInputFiles</code>; <code>Emulation.setDeviceMetricsOverride</code> and the others that change the page's size or its kind of input.</li>
</ul>
<p>Scripts (<code>Runtime.evaluate</code>, <code>Runtime.callFunctionOn</code>) are not: an agent's waiting is made of them. Playwright's <code>click</code> waits, its <code>fill</code> has emptied the field by a script before its text waits.
At most 1,000 commands and 4 MiB wait for one client; those beyond are refused. Agents' own timeouts run on: one that gives up after 30 seconds does so while held too.</p>
<h2 id="what-a-headless-browser-does-not-draw">What a headless browser does not draw</h2>
<p>While a person drives, select boxes, dialogs and file choosers are shown by the viewer. Dialogs wait for the person however long, instead of being dismissed after 5 seconds. Files come from the
person's machine (256 MiB each, 1 GiB a run), by the chooser or dropped on the picture, and go with the run. Pasting (1 MiB at most) shows the page a <code>paste</code> event with all of the text and, unless the page takes it, puts it in; copying reads the selection, never a password.
Only <code>http:</code> and <code>https:</code> addresses can be opened. What is dragged is dropped where the button is let go, also from frame to frame; Escape gives a drag up, and so does a change of control.</p>
<p>Nor does it fetch the icons of pages. While somebody watches, Martlet asks for the icon that suits a tab best (<code>&lt;link rel=icon&gt;</code>, else <code>/favicon.ico</code>), once for each address, with the page's cookies and within the run's
network rules, in at most 3 s. Page and record notice nothing of it; the site sees the request. A globe stands for what is no picture, is larger than 128 KiB, or is forbidden by the page's <code>connect-src</code>.</p>
<h2 id="human-actions">Human actions</h2>
<p>An agent that needs a person asks for one:</p>
<pre><code>POST /v1/runtimes/{runtimeId}/human-actions {&quot;message&quot;: &quot;Type the one-time code&quot;, &quot;timeoutSeconds&quot;: 300}
POST /v1/runtimes/{runtimeId}/human-actions/wait {&quot;timeoutSeconds&quot;: 60}      # resolved, or ask again
</code></pre>
<p>Every live view of the run shows the message; <em>Done</em> completes it and gives control back. It can also be completed or cancelled by a call, expires after <code>timeoutSeconds</code>, and is cancelled when its run ends.</p>
<h2 id="limits">Limits</h2>
<p>256 viewers a run, 8 a lease. 300 messages a second from one viewer, 64 KiB each. 16 fingers and 64 keys down at once. A frame that a viewer does not acknowledge for 60 seconds (<code>viewerTimeoutSeconds</code>) closes it. <code>Date</code>, time and colour fields are typed
into. Right-clicks reach the page, the browser's own context menu is not drawn. Sound is not carried.</p>
"""###
)
}
