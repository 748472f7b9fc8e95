// Made by scripts/generate-docs from docs/README.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageREADME = DocumentationPage(
path: "README", title: ###"""
Martlet's documentation
"""###, label: ###"""
Documentation
"""###, summary: ###"""
All pages
"""###,
markdown: ###"""
# Martlet's documentation

Martlet starts real Chromium browsers, lets agents drive them over CDP, and keeps of every run, from start to stop, a durable record: events, activity, live
view, recording, files. A running server shows these pages at `/docs`, each also as Markdown at its address + `.md`; `/llms.txt` lists them for language models,
`/llms-full.txt` is all of them in one, and `/openapi.json` describes every operation.

## Start

- [Quick start](quick-start.md): from nothing to a recorded run, in a terminal, in Python and in Swift
- [Concepts](concepts.md): the nouns, their ids and times, the life of a runtime, connecting an agent
- [Dashboard](dashboard.md): runs, one run's page and runtimes in a browser; signing in
- [Runs](runs.md): the record of one start to stop: what is in it, how it ends, waiting and listing

## The record

- [Events](events.md): every type with its data, what is redacted and cut, what cannot be observed
- [Activity](activity.md): the story of a run in a person's words: every type of step, and what cannot be told
- [Streaming](streaming.md): server-sent events, cursors, heartbeats, leases for web pages
- [Recording](recording.md): the picture over time: what is captured, its status, gaps, a frame of any moment
- [Recordings as videos](recording-export.md): MP4 and WebM of a run, a span or a tab
- [Player](player.md): watching a recording, and its pieces in pages of your own
- [Live view](live-view.md): watch a run, take it over, hand it back; what becomes of the agent meanwhile; human actions
- [Live view's page](live-view-page.md): embedding it, its parameters, keys, and what it tells the page around it
- [Recording format](recording-format.md): the frame log on disk, byte for byte
- [Files](files.md): downloads, uploads, workspaces; names and paths, ranges, what is kept, where and how long
- [A run as one archive](run-archive.md): export all that a run produced as a ZIP, with its events, activity and recording

## Clients

- [Command line](cli.md): every command, output for people and programs, exit statuses, completions
- [Swift SDK](sdk.md): the library `Martlet`
- [Seed calls](seed-calls.md): the calls of the TypeScript client, each in Swift
- [Live view's protocol](live-view-protocol.md): what the page of a live view and the server say to each other

## Running it

- [Configuration](configuration.md): flags, environment, file, data folder
- [Files in an S3 bucket](s3.md): where the bytes of files are kept, if not on the disk
- [Operations](operations.md): starting and stopping, backups, disk, upgrades, what to watch
- [Security](security.md): what is protected from whom, and what is not
- [Errors](errors.md): every code, its status and what to do
- [Benchmarks](benchmarks.md): what is measured, how, and the last figures

## Decisions

- [HTTP on Hummingbird with our own gate](decisions/0001-http-on-hummingbird-with-our-own-gate.md): why upgrades have a gate of their own
- [An event is rendered once](decisions/0002-an-event-is-rendered-once.md): why the wire's bytes are stored
- [Readers pull](decisions/0003-readers-pull.md): why a slow reader costs nothing
- [The SDK is one name](decisions/0004-the-sdk-is-one-name.md): why every type of the SDK is a member of one
"""###,
html: ###"""
<h1 id="martlet-s-documentation">Martlet's documentation</h1>
<p>Martlet starts real Chromium browsers, lets agents drive them over CDP, and keeps of every run, from start to stop, a durable record: events, activity, live
view, recording, files. A running server shows these pages at <code>/docs</code>, each also as Markdown at its address + <code>.md</code>; <code>/llms.txt</code> lists them for language models,
<code>/llms-full.txt</code> is all of them in one, and <code>/openapi.json</code> describes every operation.</p>
<h2 id="start">Start</h2>
<ul>
<li><a href="/docs/quick-start">Quick start</a>: from nothing to a recorded run, in a terminal, in Python and in Swift</li>
<li><a href="/docs/concepts">Concepts</a>: the nouns, their ids and times, the life of a runtime, connecting an agent</li>
<li><a href="/docs/dashboard">Dashboard</a>: runs, one run's page and runtimes in a browser; signing in</li>
<li><a href="/docs/runs">Runs</a>: the record of one start to stop: what is in it, how it ends, waiting and listing</li>
</ul>
<h2 id="the-record">The record</h2>
<ul>
<li><a href="/docs/events">Events</a>: every type with its data, what is redacted and cut, what cannot be observed</li>
<li><a href="/docs/activity">Activity</a>: the story of a run in a person's words: every type of step, and what cannot be told</li>
<li><a href="/docs/streaming">Streaming</a>: server-sent events, cursors, heartbeats, leases for web pages</li>
<li><a href="/docs/recording">Recording</a>: the picture over time: what is captured, its status, gaps, a frame of any moment</li>
<li><a href="/docs/recording-export">Recordings as videos</a>: MP4 and WebM of a run, a span or a tab</li>
<li><a href="/docs/player">Player</a>: watching a recording, and its pieces in pages of your own</li>
<li><a href="/docs/live-view">Live view</a>: watch a run, take it over, hand it back; what becomes of the agent meanwhile; human actions</li>
<li><a href="/docs/live-view-page">Live view's page</a>: embedding it, its parameters, keys, and what it tells the page around it</li>
<li><a href="/docs/recording-format">Recording format</a>: the frame log on disk, byte for byte</li>
<li><a href="/docs/files">Files</a>: downloads, uploads, workspaces; names and paths, ranges, what is kept, where and how long</li>
<li><a href="/docs/run-archive">A run as one archive</a>: export all that a run produced as a ZIP, with its events, activity and recording</li>
</ul>
<h2 id="clients">Clients</h2>
<ul>
<li><a href="/docs/cli">Command line</a>: every command, output for people and programs, exit statuses, completions</li>
<li><a href="/docs/sdk">Swift SDK</a>: the library <code>Martlet</code></li>
<li><a href="/docs/seed-calls">Seed calls</a>: the calls of the TypeScript client, each in Swift</li>
<li><a href="/docs/live-view-protocol">Live view's protocol</a>: what the page of a live view and the server say to each other</li>
</ul>
<h2 id="running-it">Running it</h2>
<ul>
<li><a href="/docs/configuration">Configuration</a>: flags, environment, file, data folder</li>
<li><a href="/docs/s3">Files in an S3 bucket</a>: where the bytes of files are kept, if not on the disk</li>
<li><a href="/docs/operations">Operations</a>: starting and stopping, backups, disk, upgrades, what to watch</li>
<li><a href="/docs/security">Security</a>: what is protected from whom, and what is not</li>
<li><a href="/docs/errors">Errors</a>: every code, its status and what to do</li>
<li><a href="/docs/benchmarks">Benchmarks</a>: what is measured, how, and the last figures</li>
</ul>
<h2 id="decisions">Decisions</h2>
<ul>
<li><a href="/docs/decisions/0001-http-on-hummingbird-with-our-own-gate">HTTP on Hummingbird with our own gate</a>: why upgrades have a gate of their own</li>
<li><a href="/docs/decisions/0002-an-event-is-rendered-once">An event is rendered once</a>: why the wire's bytes are stored</li>
<li><a href="/docs/decisions/0003-readers-pull">Readers pull</a>: why a slow reader costs nothing</li>
<li><a href="/docs/decisions/0004-the-sdk-is-one-name">The SDK is one name</a>: why every type of the SDK is a member of one</li>
</ul>
"""###
)
}
