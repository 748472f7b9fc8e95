// Made by scripts/generate-docs from docs/security.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageSecurity = DocumentationPage(
path: "security", title: ###"""
Security
"""###, label: ###"""
Security
"""###, summary: ###"""
what is protected from whom, and what is not
"""###,
markdown: ###"""
# Security

## What is protected, and from whom

| | how |
| --- | --- |
| the API | a Bearer key on every call; keys are kept as SHA-256 only; the operator's key is not in the database |
| the dashboard | its pages hold nothing and are served to everyone; what they show comes from the API with a key, which the page keeps in `sessionStorage` (in the tab, and handed to the dashboard's other tabs of the same browser), never in a cookie or an address. A CSP lets them run and call their own server only, and nobody may frame them |
| signing in by `martlet open` | a code of random 256 bits in the address's fragment, which browsers send to nobody; kept as SHA-256 in memory, good once and for five minutes, taken out of the address at once. It becomes a key named `dashboard` that lapses after 12 hours, or with the key that asked for it, is listed and revoked like any other, and is revoked by signing out |
| a running browser | `connectUrl` carries a random token of 256 bits, kept in memory only, dead with the run; wrong 401, ended 404, before any upgrade |
| streams for web pages | leases: random 256 bits, one run, one purpose, expiring, hashed at rest |
| viewers of recordings and live views | leases in the path, apart from the API: a token opens the page and the data of one run beneath it (a recording's also that run's files, to read) and nothing else; unknown 404, lapsed 410, also while a page is open. No cookies; `Referrer-Policy: no-referrer`; a CSP that lets pages run and call their own server only; who may frame them is `frameAncestors` |
| a browser that a person drives | `control: none` is enforced by the server, whatever a viewer sends; each change of hands begins an epoch, and what belongs to an earlier one is refused; only `http:` and `https:` addresses may be opened; uploads only while in control, bounded, beneath the run's folder |
| the server, against viewers | messages above 64 KiB, broken frames, floods (300 messages a second) and viewers that take nothing are closed alone, with a reason; two frames at most are on their way to each |
| against web pages (DNS rebinding, drive-by) | addresses below `/cdp` refuse a foreign `Host` and any `Origin` that is not allowed |
| the record | credentials are replaced before anything is stored (`docs/events.md`); logs have no query strings and no tokens |
| the machine, against a page | Chromium's own sandbox, on wherever the machine allows it; browsers run as an unprivileged user when the server is root |
| one run against another | each browser has its own process group, profile, downloads and temporary folder, removed with the run |
| the disk | nothing that a caller sends chooses a path outside the data folder |

- A browser may be taken over by a page, so what it says of files is not believed: a download is kept only if it is a plain file of the
  browser's user, and a workspace is walked one opened folder at a time, following no link. Shared bytes are made the server's and
  read-only before they are hashed, and copied when somebody could still write them.
- Content is sent as an attachment of `application/octet-stream`, never as a page of this server.

## What is not

- Whoever may read the arguments of your processes while your browser is being started by `martlet open` may read the code in them. Who uses it first is signed in; the other one is told that it was used.
- Martlet speaks HTTP. Put a proxy with TLS before it when anything but this machine can reach it, and set `--public-url`.
- Browsers reach whatever this machine reaches, its loopback services and cloud metadata addresses included. Use `networkTraffic`
  lists, or a network of its own, when agents visit pages you do not trust.
- Chromium's own DevTools port is open on loopback while a run is open, at a random port. It checks `Host` and `Origin`, but any program
  of this machine can use it, as it could read the memory of a browser of the same user.
- All browsers of a server run as the same user. Chromium's sandbox stands between them, not the system's users.
- Proxy passwords are kept readable in the database (mode 0600): the browser needs them.
- A live view shows whatever the page shows, passwords being typed included. Whoever has an `input` lease can do in the page what its user can.
- While a person drives, agents' scripts (`Runtime.evaluate`) still run: reads must go on. An agent that changes the page by script is not held off.
- Whoever holds a key may do everything; there are no roles yet.
- Where the server and an agent on its machine both run as root, the agent can change the bytes of a stored download through the name that the browser gave it (`docs/files.md`).
- When an agent sets a download folder that exists on this machine below `/tmp` or `/var/tmp`, the server puts its downloads there, so that the agent's own download API works: symbolic links
  named by the download's UUID, or the files under the names that sites suggest. Names of hidden files are refused, and nothing is written over.
"""###,
html: ###"""
<h1 id="security">Security</h1>
<h2 id="what-is-protected-and-from-whom">What is protected, and from whom</h2>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th></th>
<th>how</th>
</tr>
</thead>
<tbody>
<tr>
<td>the API</td>
<td>a Bearer key on every call; keys are kept as SHA-256 only; the operator's key is not in the database</td>
</tr>
<tr>
<td>the dashboard</td>
<td>its pages hold nothing and are served to everyone; what they show comes from the API with a key, which the page keeps in <code>sessionStorage</code> (in the tab, and handed to the dashboard's other tabs of the same browser), never in a cookie or an address. A CSP lets them run and call their own server only, and nobody may frame them</td>
</tr>
<tr>
<td>signing in by <code>martlet open</code></td>
<td>a code of random 256 bits in the address's fragment, which browsers send to nobody; kept as SHA-256 in memory, good once and for five minutes, taken out of the address at once. It becomes a key named <code>dashboard</code> that lapses after 12 hours, or with the key that asked for it, is listed and revoked like any other, and is revoked by signing out</td>
</tr>
<tr>
<td>a running browser</td>
<td><code>connectUrl</code> carries a random token of 256 bits, kept in memory only, dead with the run; wrong 401, ended 404, before any upgrade</td>
</tr>
<tr>
<td>streams for web pages</td>
<td>leases: random 256 bits, one run, one purpose, expiring, hashed at rest</td>
</tr>
<tr>
<td>viewers of recordings and live views</td>
<td>leases in the path, apart from the API: a token opens the page and the data of one run beneath it (a recording's also that run's files, to read) and nothing else; unknown 404, lapsed 410, also while a page is open. No cookies; <code>Referrer-Policy: no-referrer</code>; a CSP that lets pages run and call their own server only; who may frame them is <code>frameAncestors</code></td>
</tr>
<tr>
<td>a browser that a person drives</td>
<td><code>control: none</code> is enforced by the server, whatever a viewer sends; each change of hands begins an epoch, and what belongs to an earlier one is refused; only <code>http:</code> and <code>https:</code> addresses may be opened; uploads only while in control, bounded, beneath the run's folder</td>
</tr>
<tr>
<td>the server, against viewers</td>
<td>messages above 64 KiB, broken frames, floods (300 messages a second) and viewers that take nothing are closed alone, with a reason; two frames at most are on their way to each</td>
</tr>
<tr>
<td>against web pages (DNS rebinding, drive-by)</td>
<td>addresses below <code>/cdp</code> refuse a foreign <code>Host</code> and any <code>Origin</code> that is not allowed</td>
</tr>
<tr>
<td>the record</td>
<td>credentials are replaced before anything is stored (<code>docs/events.md</code>); logs have no query strings and no tokens</td>
</tr>
<tr>
<td>the machine, against a page</td>
<td>Chromium's own sandbox, on wherever the machine allows it; browsers run as an unprivileged user when the server is root</td>
</tr>
<tr>
<td>one run against another</td>
<td>each browser has its own process group, profile, downloads and temporary folder, removed with the run</td>
</tr>
<tr>
<td>the disk</td>
<td>nothing that a caller sends chooses a path outside the data folder</td>
</tr>
</tbody>
</table></div>
<ul>
<li>A browser may be taken over by a page, so what it says of files is not believed: a download is kept only if it is a plain file of the
browser's user, and a workspace is walked one opened folder at a time, following no link. Shared bytes are made the server's and
read-only before they are hashed, and copied when somebody could still write them.</li>
<li>Content is sent as an attachment of <code>application/octet-stream</code>, never as a page of this server.</li>
</ul>
<h2 id="what-is-not">What is not</h2>
<ul>
<li>Whoever may read the arguments of your processes while your browser is being started by <code>martlet open</code> may read the code in them. Who uses it first is signed in; the other one is told that it was used.</li>
<li>Martlet speaks HTTP. Put a proxy with TLS before it when anything but this machine can reach it, and set <code>--public-url</code>.</li>
<li>Browsers reach whatever this machine reaches, its loopback services and cloud metadata addresses included. Use <code>networkTraffic</code>
lists, or a network of its own, when agents visit pages you do not trust.</li>
<li>Chromium's own DevTools port is open on loopback while a run is open, at a random port. It checks <code>Host</code> and <code>Origin</code>, but any program
of this machine can use it, as it could read the memory of a browser of the same user.</li>
<li>All browsers of a server run as the same user. Chromium's sandbox stands between them, not the system's users.</li>
<li>Proxy passwords are kept readable in the database (mode 0600): the browser needs them.</li>
<li>A live view shows whatever the page shows, passwords being typed included. Whoever has an <code>input</code> lease can do in the page what its user can.</li>
<li>While a person drives, agents' scripts (<code>Runtime.evaluate</code>) still run: reads must go on. An agent that changes the page by script is not held off.</li>
<li>Whoever holds a key may do everything; there are no roles yet.</li>
<li>Where the server and an agent on its machine both run as root, the agent can change the bytes of a stored download through the name that the browser gave it (<code>docs/files.md</code>).</li>
<li>When an agent sets a download folder that exists on this machine below <code>/tmp</code> or <code>/var/tmp</code>, the server puts its downloads there, so that the agent's own download API works: symbolic links
named by the download's UUID, or the files under the names that sites suggest. Names of hidden files are refused, and nothing is written over.</li>
</ul>
"""###
)
}
