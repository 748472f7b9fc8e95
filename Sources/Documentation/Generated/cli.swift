// Made by scripts/generate-docs from docs/cli.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageCli = DocumentationPage(
path: "cli", title: ###"""
The command line
"""###, label: ###"""
Command line
"""###, summary: ###"""
every command, output for people and programs, exit statuses, completions
"""###,
markdown: ###"""
# The command line

`martlet serve` is the server. All other commands talk to one over HTTP by the [Swift SDK](sdk.md), on this machine or another, and never touch its
store. `martlet COMMAND --help` has every option and examples.

| | |
| --- | --- |
| `runtimes` | `list`, `get`, `create`, `start`, `stop`, `update`, `delete` |
| `targets` | `list`, `open`, `activate`, `close`: the pages of an active runtime |
| `open` | the [dashboard](dashboard.md) in the browser, signed in |
| `runs` | `list`, `get`, `watch`, `wait`, `open`, `usage` |
| `events`, `activity` | `list`, `stream` |
| `live` | `link`, `open`: watch an active run, or take it over |
| `recording` | `link`, `open`, `frame`, `export`, `delete` |
| `files` | `list`, `get`, `download`, `upload`, `update`, `delete`, `export`, `stage`, `collect` |
| `spaces` | `list`, `get`, `create`, `rename`, `delete`, `environment` |
| `keys` | `list`, `create`, `delete`; `whoami` says whose key is used |
| `leases` | `list`, `revoke` |
| `human-actions` | `get`, `create`, `wait`, `complete`, `cancel` |
| `doctor` | checks this machine and the server on it |
| `forward` | offers a run's browser at a local port, for clients that take only `host:port` |
| `demo` | does the main job once before your eyes |

## Which server

`--url`, else `MARTLET_BASE_URL`, else `http://localhost:8787`. The key is `MARTLET_API_KEY`, else, for an address of this machine, the `admin.key` in the local
server's data folder (`--data-dir` names another). A key is never an argument: other users can read those. `BCTRL_API_KEY` and `BCTRL_BASE_URL` are read too.
Behind `https` with a certificate of an authority of your own, name that authority's PEM file with `MARTLET_CA_FILE`.

## Names

A runtime is named by its id, or by its name if no other has it; a run by its id, or `latest` for the newest. Lengths of time are `90s`, `10m`, `2h`, `1.5h`,
`7d`; a bare number is seconds.

    martlet runtimes start --name shop
    martlet runs watch latest
    martlet runtimes stop shop
    martlet runs open latest

## Opening the dashboard

    martlet open                          # the dashboard, signed in
    martlet runs open latest              # a run's page of it
    martlet runs open latest --live       # only the live view, with a credential of its own: for somebody without a key
    martlet runs open latest --replay     # only the replay

Where there is no screen, and with `--print`, the address is printed instead. One that signs in is good once and for five minutes; those of views last an hour.
Servers without a dashboard get the view instead.

## For people and for programs

- Tables are aligned; on a terminal they are coloured (not with `NO_COLOR` set, nor where `TERM` is `dumb`) and rows end where it does. What comes from web pages is
  printed without control characters, so no page can steer the terminal.
- `--json` prints one document, a list as an array; `--jsonl` prints one item a line. Both are what the API sent, with fields that this version does not know.
- Lists show 50 items; `--limit N` and `--all` show more, page by page. `--watch` looks again every two seconds.
- `events stream`, `activity stream` and `runs watch` begin with what is recorded, follow until the run ends, and go on by themselves when the server is started
  again: every row once, in order.
- Results go to standard output, all else to standard error. `| head` is no error.

## How commands end

| status | |
| --- | --- |
| 0 | done |
| 1 | failed in another way; `runs wait`: the run failed; `human-actions wait`: cancelled or expired; `doctor`: something needs doing |
| 2 | the command line, or what the server calls an invalid request |
| 3 | no key, a wrong key, or not allowed |
| 4 | no such thing, or it has lapsed |
| 5 | its state does not allow this: active, stopped, there already; or the name is not clear |
| 6 | no server answers, not safely (its certificate), or it went away |
| 7 | a limit of the server is reached |
| 8 | the server failed, or what answers is no Martlet |
| 9 | the time given with `--timeout` ran out |
| 130 | Ctrl-C |

Errors are one sentence that says what to do. Ctrl-C cancels what is under way and cleans up: a download leaves no half file, a demo no browser. A second one ends at
once.

## Files

    martlet files download --run latest --output files/        # the folder is made
    martlet files download FILE --output - | less
    martlet files export latest --type download --output session.zip
    martlet files upload passport.jpg --runtime shop --runtime-path passport.jpg

A download goes into a file beside its place and gets its name when all of it has come; a connection that breaks is taken up where it broke. What is there already is
replaced with `--force` only. On a terminal a bar shows how far it is.

## Completions

    martlet --generate-completion-script bash > ~/.local/share/bash-completion/completions/martlet
    martlet --generate-completion-script zsh  > "${fpath[1]}/_martlet"
    martlet --generate-completion-script fish > ~/.config/fish/completions/martlet.fish

## The doctor

`martlet doctor` looks at the browser, ffmpeg, fonts, the sandbox (whether user namespaces can be made), disk, shared memory, open files, memory, and whether a server
answers and takes the key. For each it says what to do; `--json` for programs.
"""###,
html: ###"""
<h1 id="the-command-line">The command line</h1>
<p><code>martlet serve</code> is the server. All other commands talk to one over HTTP by the <a href="/docs/sdk">Swift SDK</a>, on this machine or another, and never touch its
store. <code>martlet COMMAND --help</code> has every option and examples.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th></th>
<th></th>
</tr>
</thead>
<tbody>
<tr>
<td><code>runtimes</code></td>
<td><code>list</code>, <code>get</code>, <code>create</code>, <code>start</code>, <code>stop</code>, <code>update</code>, <code>delete</code></td>
</tr>
<tr>
<td><code>targets</code></td>
<td><code>list</code>, <code>open</code>, <code>activate</code>, <code>close</code>: the pages of an active runtime</td>
</tr>
<tr>
<td><code>open</code></td>
<td>the <a href="/docs/dashboard">dashboard</a> in the browser, signed in</td>
</tr>
<tr>
<td><code>runs</code></td>
<td><code>list</code>, <code>get</code>, <code>watch</code>, <code>wait</code>, <code>open</code>, <code>usage</code></td>
</tr>
<tr>
<td><code>events</code>, <code>activity</code></td>
<td><code>list</code>, <code>stream</code></td>
</tr>
<tr>
<td><code>live</code></td>
<td><code>link</code>, <code>open</code>: watch an active run, or take it over</td>
</tr>
<tr>
<td><code>recording</code></td>
<td><code>link</code>, <code>open</code>, <code>frame</code>, <code>export</code>, <code>delete</code></td>
</tr>
<tr>
<td><code>files</code></td>
<td><code>list</code>, <code>get</code>, <code>download</code>, <code>upload</code>, <code>update</code>, <code>delete</code>, <code>export</code>, <code>stage</code>, <code>collect</code></td>
</tr>
<tr>
<td><code>spaces</code></td>
<td><code>list</code>, <code>get</code>, <code>create</code>, <code>rename</code>, <code>delete</code>, <code>environment</code></td>
</tr>
<tr>
<td><code>keys</code></td>
<td><code>list</code>, <code>create</code>, <code>delete</code>; <code>whoami</code> says whose key is used</td>
</tr>
<tr>
<td><code>leases</code></td>
<td><code>list</code>, <code>revoke</code></td>
</tr>
<tr>
<td><code>human-actions</code></td>
<td><code>get</code>, <code>create</code>, <code>wait</code>, <code>complete</code>, <code>cancel</code></td>
</tr>
<tr>
<td><code>doctor</code></td>
<td>checks this machine and the server on it</td>
</tr>
<tr>
<td><code>forward</code></td>
<td>offers a run's browser at a local port, for clients that take only <code>host:port</code></td>
</tr>
<tr>
<td><code>demo</code></td>
<td>does the main job once before your eyes</td>
</tr>
</tbody>
</table></div>
<h2 id="which-server">Which server</h2>
<p><code>--url</code>, else <code>MARTLET_BASE_URL</code>, else <code>http://localhost:8787</code>. The key is <code>MARTLET_API_KEY</code>, else, for an address of this machine, the <code>admin.key</code> in the local
server's data folder (<code>--data-dir</code> names another). A key is never an argument: other users can read those. <code>BCTRL_API_KEY</code> and <code>BCTRL_BASE_URL</code> are read too.
Behind <code>https</code> with a certificate of an authority of your own, name that authority's PEM file with <code>MARTLET_CA_FILE</code>.</p>
<h2 id="names">Names</h2>
<p>A runtime is named by its id, or by its name if no other has it; a run by its id, or <code>latest</code> for the newest. Lengths of time are <code>90s</code>, <code>10m</code>, <code>2h</code>, <code>1.5h</code>,
<code>7d</code>; a bare number is seconds.</p>
<pre><code>martlet runtimes start --name shop
martlet runs watch latest
martlet runtimes stop shop
martlet runs open latest
</code></pre>
<h2 id="opening-the-dashboard">Opening the dashboard</h2>
<pre><code>martlet open                          # the dashboard, signed in
martlet runs open latest              # a run's page of it
martlet runs open latest --live       # only the live view, with a credential of its own: for somebody without a key
martlet runs open latest --replay     # only the replay
</code></pre>
<p>Where there is no screen, and with <code>--print</code>, the address is printed instead. One that signs in is good once and for five minutes; those of views last an hour.
Servers without a dashboard get the view instead.</p>
<h2 id="for-people-and-for-programs">For people and for programs</h2>
<ul>
<li>Tables are aligned; on a terminal they are coloured (not with <code>NO_COLOR</code> set, nor where <code>TERM</code> is <code>dumb</code>) and rows end where it does. What comes from web pages is
printed without control characters, so no page can steer the terminal.</li>
<li><code>--json</code> prints one document, a list as an array; <code>--jsonl</code> prints one item a line. Both are what the API sent, with fields that this version does not know.</li>
<li>Lists show 50 items; <code>--limit N</code> and <code>--all</code> show more, page by page. <code>--watch</code> looks again every two seconds.</li>
<li><code>events stream</code>, <code>activity stream</code> and <code>runs watch</code> begin with what is recorded, follow until the run ends, and go on by themselves when the server is started
again: every row once, in order.</li>
<li>Results go to standard output, all else to standard error. <code>| head</code> is no error.</li>
</ul>
<h2 id="how-commands-end">How commands end</h2>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>status</th>
<th></th>
</tr>
</thead>
<tbody>
<tr>
<td>0</td>
<td>done</td>
</tr>
<tr>
<td>1</td>
<td>failed in another way; <code>runs wait</code>: the run failed; <code>human-actions wait</code>: cancelled or expired; <code>doctor</code>: something needs doing</td>
</tr>
<tr>
<td>2</td>
<td>the command line, or what the server calls an invalid request</td>
</tr>
<tr>
<td>3</td>
<td>no key, a wrong key, or not allowed</td>
</tr>
<tr>
<td>4</td>
<td>no such thing, or it has lapsed</td>
</tr>
<tr>
<td>5</td>
<td>its state does not allow this: active, stopped, there already; or the name is not clear</td>
</tr>
<tr>
<td>6</td>
<td>no server answers, not safely (its certificate), or it went away</td>
</tr>
<tr>
<td>7</td>
<td>a limit of the server is reached</td>
</tr>
<tr>
<td>8</td>
<td>the server failed, or what answers is no Martlet</td>
</tr>
<tr>
<td>9</td>
<td>the time given with <code>--timeout</code> ran out</td>
</tr>
<tr>
<td>130</td>
<td>Ctrl-C</td>
</tr>
</tbody>
</table></div>
<p>Errors are one sentence that says what to do. Ctrl-C cancels what is under way and cleans up: a download leaves no half file, a demo no browser. A second one ends at
once.</p>
<h2 id="files">Files</h2>
<pre><code>martlet files download --run latest --output files/        # the folder is made
martlet files download FILE --output - | less
martlet files export latest --type download --output session.zip
martlet files upload passport.jpg --runtime shop --runtime-path passport.jpg
</code></pre>
<p>A download goes into a file beside its place and gets its name when all of it has come; a connection that breaks is taken up where it broke. What is there already is
replaced with <code>--force</code> only. On a terminal a bar shows how far it is.</p>
<h2 id="completions">Completions</h2>
<pre><code>martlet --generate-completion-script bash &gt; ~/.local/share/bash-completion/completions/martlet
martlet --generate-completion-script zsh  &gt; &quot;${fpath[1]}/_martlet&quot;
martlet --generate-completion-script fish &gt; ~/.config/fish/completions/martlet.fish
</code></pre>
<h2 id="the-doctor">The doctor</h2>
<p><code>martlet doctor</code> looks at the browser, ffmpeg, fonts, the sandbox (whether user namespaces can be made), disk, shared memory, open files, memory, and whether a server
answers and takes the key. For each it says what to do; <code>--json</code> for programs.</p>
"""###
)
}
