// Made by scripts/generate-docs from docs/dashboard.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageDashboard = DocumentationPage(
path: "dashboard", title: ###"""
The dashboard
"""###, label: ###"""
Dashboard
"""###, summary: ###"""
runs, one run's page and runtimes in a browser; signing in
"""###,
markdown: ###"""
# The dashboard

A running server shows its runs in a browser, at its own address: `http://localhost:8787`. No build, no second server, nothing from elsewhere.

| address | what is there |
| --- | --- |
| `/` | the runs, newest first, 25 a page: runtime, status (and why one failed), start, duration, events. `?status=failed`, `?runtime=ID` and `?cursor=` are in the address, so a list can be kept |
| `/runs/{runId}` | one run: what it is and how it ended, and its picture |
| `/runtimes` | the runtimes: create, start, stop, watch, and copy the address that an agent connects to |

What goes on is kept up to date while the page is seen.

## A run

While it is active the page shows the **live view**. **Take control** takes the browser over at once; the view then has all that [the live view's page](live-view-page.md) has, and gives it back. **Replay**
shows the same run from its beginning while it goes on, and is what is there after its end: the [player](player.md), with activity, events, network, console and files beside the picture and in step
with it. A run that ends while it is watched goes over to its replay.

`#t=12.5` in the address opens the replay at this moment. When the picture stands still the address keeps its moment: copy it to show somebody else what you see.

**Export** saves the run's files with its events and activity as one [archive](run-archive.md).

Views are framed by [leases](security.md) that the page makes and takes back when it is left.

## Signing in

```sh
martlet open              # opens the dashboard, signed in
martlet runs open latest  # opens the page of a run
```

Both make an address whose fragment holds a code. Who opens it first, within five minutes, is signed in for 12 hours: the code is exchanged for a key named `dashboard`, which stands among
the keys (`martlet keys list`) and is revoked as they are (`martlet keys delete`). With `--print` the address is printed, to be opened elsewhere.

Or sign in with any API key. Either way it stays in the browser's session storage: gone with its tabs, never in a cookie. Tabs of one browser share it. **Sign out** forgets it in all of them, and
revokes a key that came from a code; one that was typed in stays good.

Programs do the same by two calls (ours, not the contract's):

```sh
curl -X POST -H "Authorization: Bearer $KEY" localhost:8787/v1/dashboard/links     # {"url": "http://localhost:8787/#code=…", "expiresAt": "…"}
curl -H 'Content-Type: application/json' localhost:8787/v1/dashboard/sessions -d '{"code": "…"}'   # a key, once
```

## Where the lists are, and why

Network, console and files are in the player's panel, not in the dashboard beside it. So they are in step with the picture without a message between two pages, work the same in a player that is framed
anywhere, and are read by the lease: a run's page is the player with a head. Long runs are bounded as the player's lists are: of 100,000 rows only number, time and type come at once, the rows as they come in sight, and
words are looked for by the server, part by part.

A request stands in the list when it has ended, since its end says all of it: method, address, status, type, bytes, duration. What is still open is not listed.

## For tests

`data-testid`: `sign-in`, `sign-in-problem`, `sign-in-notice`, `sign-out`; `runs` (rows with `data-run`, `data-status`), `runtime-filter`, `older`, `newest`; `runtimes` (rows with `data-runtime`), `runtime-name`;
`viewer`, `view` (the frame, with `data-view`: `live`, `steer` or `replay`), `show-live`, `show-replay`, `take`, `export-run`, `failure`; `empty`.
"""###,
html: ###"""
<h1 id="the-dashboard">The dashboard</h1>
<p>A running server shows its runs in a browser, at its own address: <code>http://localhost:8787</code>. No build, no second server, nothing from elsewhere.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>address</th>
<th>what is there</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>/</code></td>
<td>the runs, newest first, 25 a page: runtime, status (and why one failed), start, duration, events. <code>?status=failed</code>, <code>?runtime=ID</code> and <code>?cursor=</code> are in the address, so a list can be kept</td>
</tr>
<tr>
<td><code>/runs/{runId}</code></td>
<td>one run: what it is and how it ended, and its picture</td>
</tr>
<tr>
<td><code>/runtimes</code></td>
<td>the runtimes: create, start, stop, watch, and copy the address that an agent connects to</td>
</tr>
</tbody>
</table></div>
<p>What goes on is kept up to date while the page is seen.</p>
<h2 id="a-run">A run</h2>
<p>While it is active the page shows the <strong>live view</strong>. <strong>Take control</strong> takes the browser over at once; the view then has all that <a href="/docs/live-view-page">the live view's page</a> has, and gives it back. <strong>Replay</strong>
shows the same run from its beginning while it goes on, and is what is there after its end: the <a href="/docs/player">player</a>, with activity, events, network, console and files beside the picture and in step
with it. A run that ends while it is watched goes over to its replay.</p>
<p><code>#t=12.5</code> in the address opens the replay at this moment. When the picture stands still the address keeps its moment: copy it to show somebody else what you see.</p>
<p><strong>Export</strong> saves the run's files with its events and activity as one <a href="/docs/run-archive">archive</a>.</p>
<p>Views are framed by <a href="/docs/security">leases</a> that the page makes and takes back when it is left.</p>
<h2 id="signing-in">Signing in</h2>
<pre><code class="language-sh">martlet open              # opens the dashboard, signed in
martlet runs open latest  # opens the page of a run
</code></pre>
<p>Both make an address whose fragment holds a code. Who opens it first, within five minutes, is signed in for 12 hours: the code is exchanged for a key named <code>dashboard</code>, which stands among
the keys (<code>martlet keys list</code>) and is revoked as they are (<code>martlet keys delete</code>). With <code>--print</code> the address is printed, to be opened elsewhere.</p>
<p>Or sign in with any API key. Either way it stays in the browser's session storage: gone with its tabs, never in a cookie. Tabs of one browser share it. <strong>Sign out</strong> forgets it in all of them, and
revokes a key that came from a code; one that was typed in stays good.</p>
<p>Programs do the same by two calls (ours, not the contract's):</p>
<pre><code class="language-sh">curl -X POST -H &quot;Authorization: Bearer $KEY&quot; localhost:8787/v1/dashboard/links     # {&quot;url&quot;: &quot;http://localhost:8787/#code=…&quot;, &quot;expiresAt&quot;: &quot;…&quot;}
curl -H 'Content-Type: application/json' localhost:8787/v1/dashboard/sessions -d '{&quot;code&quot;: &quot;…&quot;}'   # a key, once
</code></pre>
<h2 id="where-the-lists-are-and-why">Where the lists are, and why</h2>
<p>Network, console and files are in the player's panel, not in the dashboard beside it. So they are in step with the picture without a message between two pages, work the same in a player that is framed
anywhere, and are read by the lease: a run's page is the player with a head. Long runs are bounded as the player's lists are: of 100,000 rows only number, time and type come at once, the rows as they come in sight, and
words are looked for by the server, part by part.</p>
<p>A request stands in the list when it has ended, since its end says all of it: method, address, status, type, bytes, duration. What is still open is not listed.</p>
<h2 id="for-tests">For tests</h2>
<p><code>data-testid</code>: <code>sign-in</code>, <code>sign-in-problem</code>, <code>sign-in-notice</code>, <code>sign-out</code>; <code>runs</code> (rows with <code>data-run</code>, <code>data-status</code>), <code>runtime-filter</code>, <code>older</code>, <code>newest</code>; <code>runtimes</code> (rows with <code>data-runtime</code>), <code>runtime-name</code>;
<code>viewer</code>, <code>view</code> (the frame, with <code>data-view</code>: <code>live</code>, <code>steer</code> or <code>replay</code>), <code>show-live</code>, <code>show-replay</code>, <code>take</code>, <code>export-run</code>, <code>failure</code>; <code>empty</code>.</p>
"""###
)
}
