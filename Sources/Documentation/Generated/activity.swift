// Made by scripts/generate-docs from docs/activity.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageActivity = DocumentationPage(
path: "activity", title: ###"""
Activity: the story of a run
"""###, label: ###"""
Activity
"""###, summary: ###"""
the story of a run in a person's words: every type of step, and what cannot be told
"""###,
markdown: ###"""
# Activity: the story of a run

Events are the machine's record. Activity is the story: what was done, in words that a person reads, in tens of rows where events are in thousands.

    {"id":"01a2...","seq":9,"type":"browser.click","time":"2026-11-23T23:42:53.415Z","message":"Clicked the \"Sign in\" button",
     "category":"browser","severity":"info","data":{"actor":"agent","client":1,"pageId":"1EAC...","target":{"role":"button","name":"Sign in","tag":"button"},
     "events":{"from":27,"to":30}}}

- `GET /v1/runs/{runId}/activity` lists it, `GET /v1/runs/{runId}/activity/stream` streams it, just as events: ids are cursors, `run.activity` frames, `heartbeat`, `run.ended`.
- An item is written once, when its step is settled, and never changes. `seq` counts from 1 without gaps; `time` is when the step began.
- Items come in the order in which their steps began. A step that takes long (a slow page) holds those after it for two seconds at most.
- `message` stands alone; where the step took 0.05 s or more it says so (`durationSeconds` has it too).
- `invocationId`, `toolCallId`, `fileId` say what the step belongs to: a download and an upload of a staged file name the kept file.
- `parentId` names the step that caused this one: a click's navigation, dialog, tab, download, sent form. What follows a step of an agent on its page within two seconds counts as
  caused by it, unless an agent asked for it.

## data
| member | meaning |
| --- | --- |
| `actor` | who did it: `agent`, `person` (at a live view; the sentence of what they do to a page begins with "A person", that of a dialog says who answered), `page` (by itself, or as a consequence), `martlet` |
| `client` | which of the agents' CDP connections, counted from 1 in the run |
| `viewer` | which of the live viewers, counted from 1 in the run |
| `pageId` | the page |
| `target` | the element: `role` (ARIA), `name` (accessible name, at most 100 characters), `tag` |
| `events` | `from`, `to`: the numbers (`seq`) of the events that the step is made of, or that came while it went on; left out where none did |
| `byScript` | the page was changed by a script, not by mouse or keys |
| `count` | how many times, where several became one row |

## Types
| type | category | when, and further data |
| --- | --- | --- |
| `runtime.started`, `.stopped`, `.failed` | runtime | first and last item of a run: `reason` |
| `browser.navigate` | browser | a page was opened, reloaded, gone back or forward to, or moved within its document (`sameDocument`): `url` without its query, `title`, `redirects`, `statusCode`, `errorText`; `status` started, finished, failed. Settles when the page is loaded, 2 s after it has come, or at once when it fails. Also a page that an agent wrote by script (`set_content`): `byScript` |
| `browser.click` | browser | `x`, `y` in the frame; `clicks` 2 or 3; `modifiers` that were held down (`Control`, `Alt`, `Meta`, `Shift`). Right and middle buttons, taps of a finger and disabled controls say so. After 20 presses of one element without a second's rest, further ones are counted: one row a second |
| `browser.drag` | browser | `to`; without it where it was dropped nowhere |
| `browser.hover` | browser | an agent left the mouse on an element for 0.12 s without pressing |
| `browser.type` | browser | a burst of typing of one agent or person at one place of a field or editor: `text`, what came into it and is still there (at most 500 characters), and its `length`; or `masked`. Where text was deleted only, `deleted` says how much. Settles after 1 s of quiet, or when something else happens |
| `browser.press` | browser | keys that write nothing into a field: `key` (`Enter`, `Control+Shift+K`, `ArrowDown`; those that delete are typing, and arrows that set a slider, a date or a number are what they set); the same one pressed again at once is counted. A character that goes into no field is named when it stands alone; of several within a second of each other, which may be a password, only `count` is told |
| `browser.select`, `browser.check` | browser | `values`; `checked` |
| `browser.submit` | browser | a form was sent; or, with `prevented`, was to be: the browser found a field that it does not accept, or the page kept it from being sent and made no request either. One that the page sends by a script of its own (`byScript`: a request follows within a second; one that only reads, at once) was sent |
| `browser.scroll` | browser | `dx`, `dy` in pixels; a swipe of a finger has none |
| `browser.dialog` | browser | with its answer: `dialogType`, `accepted`; what was answered to a prompt as `text`, or `masked` where the question speaks of a password, code, card or the like; the actor is who answered |
| `browser.tab_opened`, `.tab_switched`, `.tab_closed` | browser | |
| `browser.screenshot`, `browser.pdf` | browser | with `fileId`, once the picture is a file (`docs/files.md`); one that is the same as before is a row of `view=debug` with the earlier file (`sameAsBefore`); `fileNotKept` says why there is none; `status` failed: the browser made none |
| `browser.error`, `browser.crash` | browser | an error of a page's script; the end of a renderer. Severity error |
| `file.downloaded`, `file.uploaded` | file | `fileName`, `sizeBytes`; `files` |
| `file.staged`, `file.collected` | file | a kept file was put into the runtime's workspace, or one there was kept: `fileId` |
| `file.exported` | file | an archive of the run was made: `fileName`, `sizeBytes`, `count` |
| `network.failed` | network | requests of one page that fail, or that a server answers with an error of its own (500 and above), within a second of each other: one row with a `count`. Severity warning. Cancelled ones are none, documents are in `browser.navigate` |
| `system.live_view_opened`, `.live_view_closed` | system | a person came to a live view or left it: `leaseId`, `control`, `viewers`, `name` |
| `system.control_taken`, `.control_released` | system | a person took control of the browser, and gave it back or lost it (`message` says how, `reason` is `released`, `done`, `left`, `expired` or `revoked`): `holder`, `epoch`, `leaseId`, `reason`, `name` |
| `system.human_action_requested`, `.human_action_completed`, `.human_action_cancelled`, `.human_action_expired` | system | an agent asked for a person, and what became of it: `humanActionId` |
| only with `view=debug`: | | |
| `console.error` | console | an error that was logged |
| `network.refused` | network | requests that `networkTraffic` refuses |
| `browser.viewport` | browser | the size of the window was set |
| `system.agent_connected`, `.agent_disconnected` | system | a CDP client came or went |
| any | | what a page's own script clicked, typed, chose or scrolled without anybody's doing |

Why `network.failed` is in the normal view, though other network facts are for the debug view: what failed is what a person looks for first, since it is often why the next
step went wrong. So it is told, as a warning, and kept small: one row a burst. Requests that Martlet's own rules refuse, and that somebody cancelled, are no failures.

## Filters
`view` (`normal`, `debug`), `type`, `category`, `severity`, `invocationId`, `fileId`; lists may be repeated or comma-joined. What is not allowed answers 400 with the `field`. Types are free text of
`a` to `z`, `.` and `_`; one that does not exist finds nothing. `invocationId` finds nothing as long as there are no invocations.

## What is not shown
The text typed into a field is masked when the field is a password field or ever was one, when `autocomplete` says password, one-time code or card, when CSS hides its text, or when its name, id, label or
placeholder speaks of a password, PIN, token, key, code, recovery phrase or card number; when it is one of the boxes that take a code letter by letter; and whenever the field is not known: in a closed shadow root, or when no page told of it. Masked text does not leave the page. Addresses have no query.
Beyond that the redaction of events holds (`docs/events.md`).

## How it is known
Two sources beside the events. The agents' commands tell who did what (mouse and keys, navigation, tabs, screenshots, dialogs). What happened to the page is told by a script of ours in an isolated world of each frame (CDP
`Page.addScriptToEvaluateOnNewDocument` with `worldName`): it listens in the capture phase, changes nothing, cannot be seen or called by the page, and names an element at the very moment of the event, before what the event sets off. So a click
has its name also when the page is gone a millisecond later, and also in frames of other origins; and every framework's way to click and type looks the same. An agent's client with the Runtime domain on sees one more context, named `martlet`, in each frame.

The two lines are matched, whichever comes first; presses by the moment at which the browser took them, so that one which a page never reports costs no other its name. A mouse press or a text that a page does not report within
1.5 s (10 s while it reports others) becomes a row without a name (and stays it, should the page tell later): `Clicked somewhere on the page "Shop"`. It stands where it was done: rows after it wait for it, two seconds at most.

`document.open` takes the listeners of a document away, and a frame may get another document in the same window (`javascript:` addresses): the script notices both and listens again. So pages that are written by script (`set_content`), popups that their
openers fill, `srcdoc`, `blob:` and `data:` pages are told like all others.

Steps that an agent does by script (`element.click()`, `value =` with an event) are told by their events. `MARTLET_ACTIVITY=off` leaves all of it away.

## Limits
2,000 steps open at once, then all settle; 10,000 presses and texts waiting for their pages, then all become rows without names; 16,384 commands of agents waiting, then further ones are not told;
10,000 sessions of one client known at once and 10,000 frames, then they are forgotten (what is done in them has no page); 1,000 staged files known; of the ids that `parentId` may name the last 4,096.
A run may be as long as it likes: what is remembered of a page goes with it, and of a client when it leaves. Commands longer than 64 KiB are not read; 5,000 items waiting for the store, then the recorder waits. A store that refuses
the activity ends it, with a line in the log; the events go on.

## What cannot be told
- Of what an agent emulates only the size of the window is told: no place, time zone, user agent or network.
- A script that changes a page without any event (`value =` alone, `innerHTML =`) is no step.
- In a closed shadow root the element is its host.
- In PDF viewers, on the control bars of videos and in pages that hang, presses have no name.
- A page of more than 64 KiB that an agent writes by script is no step.
- Whether a scroll was the agent's is known for the wheel, for keys and for scripts that say `scroll`; others are not told.
- Who causes what is judged by time: two agents on one page at one moment may be taken for each other, and what a page does by itself within two seconds of a click counts as the click's.
- An agent that calls the script's binding itself, or puts one of that name (`martletReport`) into a page, can have steps told that were none. A page alone cannot.
- When the server is killed, steps that were not settled (a second or so) are lost; the events are not.
"""###,
html: ###"""
<h1 id="activity-the-story-of-a-run">Activity: the story of a run</h1>
<p>Events are the machine's record. Activity is the story: what was done, in words that a person reads, in tens of rows where events are in thousands.</p>
<pre><code>{&quot;id&quot;:&quot;01a2...&quot;,&quot;seq&quot;:9,&quot;type&quot;:&quot;browser.click&quot;,&quot;time&quot;:&quot;2026-11-23T23:42:53.415Z&quot;,&quot;message&quot;:&quot;Clicked the \&quot;Sign in\&quot; button&quot;,
 &quot;category&quot;:&quot;browser&quot;,&quot;severity&quot;:&quot;info&quot;,&quot;data&quot;:{&quot;actor&quot;:&quot;agent&quot;,&quot;client&quot;:1,&quot;pageId&quot;:&quot;1EAC...&quot;,&quot;target&quot;:{&quot;role&quot;:&quot;button&quot;,&quot;name&quot;:&quot;Sign in&quot;,&quot;tag&quot;:&quot;button&quot;},
 &quot;events&quot;:{&quot;from&quot;:27,&quot;to&quot;:30}}}
</code></pre>
<ul>
<li><code>GET /v1/runs/{runId}/activity</code> lists it, <code>GET /v1/runs/{runId}/activity/stream</code> streams it, just as events: ids are cursors, <code>run.activity</code> frames, <code>heartbeat</code>, <code>run.ended</code>.</li>
<li>An item is written once, when its step is settled, and never changes. <code>seq</code> counts from 1 without gaps; <code>time</code> is when the step began.</li>
<li>Items come in the order in which their steps began. A step that takes long (a slow page) holds those after it for two seconds at most.</li>
<li><code>message</code> stands alone; where the step took 0.05 s or more it says so (<code>durationSeconds</code> has it too).</li>
<li><code>invocationId</code>, <code>toolCallId</code>, <code>fileId</code> say what the step belongs to: a download and an upload of a staged file name the kept file.</li>
<li><code>parentId</code> names the step that caused this one: a click's navigation, dialog, tab, download, sent form. What follows a step of an agent on its page within two seconds counts as
caused by it, unless an agent asked for it.</li>
</ul>
<h2 id="data">data</h2>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>member</th>
<th>meaning</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>actor</code></td>
<td>who did it: <code>agent</code>, <code>person</code> (at a live view; the sentence of what they do to a page begins with &quot;A person&quot;, that of a dialog says who answered), <code>page</code> (by itself, or as a consequence), <code>martlet</code></td>
</tr>
<tr>
<td><code>client</code></td>
<td>which of the agents' CDP connections, counted from 1 in the run</td>
</tr>
<tr>
<td><code>viewer</code></td>
<td>which of the live viewers, counted from 1 in the run</td>
</tr>
<tr>
<td><code>pageId</code></td>
<td>the page</td>
</tr>
<tr>
<td><code>target</code></td>
<td>the element: <code>role</code> (ARIA), <code>name</code> (accessible name, at most 100 characters), <code>tag</code></td>
</tr>
<tr>
<td><code>events</code></td>
<td><code>from</code>, <code>to</code>: the numbers (<code>seq</code>) of the events that the step is made of, or that came while it went on; left out where none did</td>
</tr>
<tr>
<td><code>byScript</code></td>
<td>the page was changed by a script, not by mouse or keys</td>
</tr>
<tr>
<td><code>count</code></td>
<td>how many times, where several became one row</td>
</tr>
</tbody>
</table></div>
<h2 id="types">Types</h2>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>type</th>
<th>category</th>
<th>when, and further data</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>runtime.started</code>, <code>.stopped</code>, <code>.failed</code></td>
<td>runtime</td>
<td>first and last item of a run: <code>reason</code></td>
</tr>
<tr>
<td><code>browser.navigate</code></td>
<td>browser</td>
<td>a page was opened, reloaded, gone back or forward to, or moved within its document (<code>sameDocument</code>): <code>url</code> without its query, <code>title</code>, <code>redirects</code>, <code>statusCode</code>, <code>errorText</code>; <code>status</code> started, finished, failed. Settles when the page is loaded, 2 s after it has come, or at once when it fails. Also a page that an agent wrote by script (<code>set_content</code>): <code>byScript</code></td>
</tr>
<tr>
<td><code>browser.click</code></td>
<td>browser</td>
<td><code>x</code>, <code>y</code> in the frame; <code>clicks</code> 2 or 3; <code>modifiers</code> that were held down (<code>Control</code>, <code>Alt</code>, <code>Meta</code>, <code>Shift</code>). Right and middle buttons, taps of a finger and disabled controls say so. After 20 presses of one element without a second's rest, further ones are counted: one row a second</td>
</tr>
<tr>
<td><code>browser.drag</code></td>
<td>browser</td>
<td><code>to</code>; without it where it was dropped nowhere</td>
</tr>
<tr>
<td><code>browser.hover</code></td>
<td>browser</td>
<td>an agent left the mouse on an element for 0.12 s without pressing</td>
</tr>
<tr>
<td><code>browser.type</code></td>
<td>browser</td>
<td>a burst of typing of one agent or person at one place of a field or editor: <code>text</code>, what came into it and is still there (at most 500 characters), and its <code>length</code>; or <code>masked</code>. Where text was deleted only, <code>deleted</code> says how much. Settles after 1 s of quiet, or when something else happens</td>
</tr>
<tr>
<td><code>browser.press</code></td>
<td>browser</td>
<td>keys that write nothing into a field: <code>key</code> (<code>Enter</code>, <code>Control+Shift+K</code>, <code>ArrowDown</code>; those that delete are typing, and arrows that set a slider, a date or a number are what they set); the same one pressed again at once is counted. A character that goes into no field is named when it stands alone; of several within a second of each other, which may be a password, only <code>count</code> is told</td>
</tr>
<tr>
<td><code>browser.select</code>, <code>browser.check</code></td>
<td>browser</td>
<td><code>values</code>; <code>checked</code></td>
</tr>
<tr>
<td><code>browser.submit</code></td>
<td>browser</td>
<td>a form was sent; or, with <code>prevented</code>, was to be: the browser found a field that it does not accept, or the page kept it from being sent and made no request either. One that the page sends by a script of its own (<code>byScript</code>: a request follows within a second; one that only reads, at once) was sent</td>
</tr>
<tr>
<td><code>browser.scroll</code></td>
<td>browser</td>
<td><code>dx</code>, <code>dy</code> in pixels; a swipe of a finger has none</td>
</tr>
<tr>
<td><code>browser.dialog</code></td>
<td>browser</td>
<td>with its answer: <code>dialogType</code>, <code>accepted</code>; what was answered to a prompt as <code>text</code>, or <code>masked</code> where the question speaks of a password, code, card or the like; the actor is who answered</td>
</tr>
<tr>
<td><code>browser.tab_opened</code>, <code>.tab_switched</code>, <code>.tab_closed</code></td>
<td>browser</td>
<td></td>
</tr>
<tr>
<td><code>browser.screenshot</code>, <code>browser.pdf</code></td>
<td>browser</td>
<td>with <code>fileId</code>, once the picture is a file (<code>docs/files.md</code>); one that is the same as before is a row of <code>view=debug</code> with the earlier file (<code>sameAsBefore</code>); <code>fileNotKept</code> says why there is none; <code>status</code> failed: the browser made none</td>
</tr>
<tr>
<td><code>browser.error</code>, <code>browser.crash</code></td>
<td>browser</td>
<td>an error of a page's script; the end of a renderer. Severity error</td>
</tr>
<tr>
<td><code>file.downloaded</code>, <code>file.uploaded</code></td>
<td>file</td>
<td><code>fileName</code>, <code>sizeBytes</code>; <code>files</code></td>
</tr>
<tr>
<td><code>file.staged</code>, <code>file.collected</code></td>
<td>file</td>
<td>a kept file was put into the runtime's workspace, or one there was kept: <code>fileId</code></td>
</tr>
<tr>
<td><code>file.exported</code></td>
<td>file</td>
<td>an archive of the run was made: <code>fileName</code>, <code>sizeBytes</code>, <code>count</code></td>
</tr>
<tr>
<td><code>network.failed</code></td>
<td>network</td>
<td>requests of one page that fail, or that a server answers with an error of its own (500 and above), within a second of each other: one row with a <code>count</code>. Severity warning. Cancelled ones are none, documents are in <code>browser.navigate</code></td>
</tr>
<tr>
<td><code>system.live_view_opened</code>, <code>.live_view_closed</code></td>
<td>system</td>
<td>a person came to a live view or left it: <code>leaseId</code>, <code>control</code>, <code>viewers</code>, <code>name</code></td>
</tr>
<tr>
<td><code>system.control_taken</code>, <code>.control_released</code></td>
<td>system</td>
<td>a person took control of the browser, and gave it back or lost it (<code>message</code> says how, <code>reason</code> is <code>released</code>, <code>done</code>, <code>left</code>, <code>expired</code> or <code>revoked</code>): <code>holder</code>, <code>epoch</code>, <code>leaseId</code>, <code>reason</code>, <code>name</code></td>
</tr>
<tr>
<td><code>system.human_action_requested</code>, <code>.human_action_completed</code>, <code>.human_action_cancelled</code>, <code>.human_action_expired</code></td>
<td>system</td>
<td>an agent asked for a person, and what became of it: <code>humanActionId</code></td>
</tr>
<tr>
<td>only with <code>view=debug</code>:</td>
<td></td>
<td></td>
</tr>
<tr>
<td><code>console.error</code></td>
<td>console</td>
<td>an error that was logged</td>
</tr>
<tr>
<td><code>network.refused</code></td>
<td>network</td>
<td>requests that <code>networkTraffic</code> refuses</td>
</tr>
<tr>
<td><code>browser.viewport</code></td>
<td>browser</td>
<td>the size of the window was set</td>
</tr>
<tr>
<td><code>system.agent_connected</code>, <code>.agent_disconnected</code></td>
<td>system</td>
<td>a CDP client came or went</td>
</tr>
<tr>
<td>any</td>
<td></td>
<td>what a page's own script clicked, typed, chose or scrolled without anybody's doing</td>
</tr>
</tbody>
</table></div>
<p>Why <code>network.failed</code> is in the normal view, though other network facts are for the debug view: what failed is what a person looks for first, since it is often why the next
step went wrong. So it is told, as a warning, and kept small: one row a burst. Requests that Martlet's own rules refuse, and that somebody cancelled, are no failures.</p>
<h2 id="filters">Filters</h2>
<p><code>view</code> (<code>normal</code>, <code>debug</code>), <code>type</code>, <code>category</code>, <code>severity</code>, <code>invocationId</code>, <code>fileId</code>; lists may be repeated or comma-joined. What is not allowed answers 400 with the <code>field</code>. Types are free text of
<code>a</code> to <code>z</code>, <code>.</code> and <code>_</code>; one that does not exist finds nothing. <code>invocationId</code> finds nothing as long as there are no invocations.</p>
<h2 id="what-is-not-shown">What is not shown</h2>
<p>The text typed into a field is masked when the field is a password field or ever was one, when <code>autocomplete</code> says password, one-time code or card, when CSS hides its text, or when its name, id, label or
placeholder speaks of a password, PIN, token, key, code, recovery phrase or card number; when it is one of the boxes that take a code letter by letter; and whenever the field is not known: in a closed shadow root, or when no page told of it. Masked text does not leave the page. Addresses have no query.
Beyond that the redaction of events holds (<code>docs/events.md</code>).</p>
<h2 id="how-it-is-known">How it is known</h2>
<p>Two sources beside the events. The agents' commands tell who did what (mouse and keys, navigation, tabs, screenshots, dialogs). What happened to the page is told by a script of ours in an isolated world of each frame (CDP
<code>Page.addScriptToEvaluateOnNewDocument</code> with <code>worldName</code>): it listens in the capture phase, changes nothing, cannot be seen or called by the page, and names an element at the very moment of the event, before what the event sets off. So a click
has its name also when the page is gone a millisecond later, and also in frames of other origins; and every framework's way to click and type looks the same. An agent's client with the Runtime domain on sees one more context, named <code>martlet</code>, in each frame.</p>
<p>The two lines are matched, whichever comes first; presses by the moment at which the browser took them, so that one which a page never reports costs no other its name. A mouse press or a text that a page does not report within
1.5 s (10 s while it reports others) becomes a row without a name (and stays it, should the page tell later): <code>Clicked somewhere on the page &quot;Shop&quot;</code>. It stands where it was done: rows after it wait for it, two seconds at most.</p>
<p><code>document.open</code> takes the listeners of a document away, and a frame may get another document in the same window (<code>javascript:</code> addresses): the script notices both and listens again. So pages that are written by script (<code>set_content</code>), popups that their
openers fill, <code>srcdoc</code>, <code>blob:</code> and <code>data:</code> pages are told like all others.</p>
<p>Steps that an agent does by script (<code>element.click()</code>, <code>value =</code> with an event) are told by their events. <code>MARTLET_ACTIVITY=off</code> leaves all of it away.</p>
<h2 id="limits">Limits</h2>
<p>2,000 steps open at once, then all settle; 10,000 presses and texts waiting for their pages, then all become rows without names; 16,384 commands of agents waiting, then further ones are not told;
10,000 sessions of one client known at once and 10,000 frames, then they are forgotten (what is done in them has no page); 1,000 staged files known; of the ids that <code>parentId</code> may name the last 4,096.
A run may be as long as it likes: what is remembered of a page goes with it, and of a client when it leaves. Commands longer than 64 KiB are not read; 5,000 items waiting for the store, then the recorder waits. A store that refuses
the activity ends it, with a line in the log; the events go on.</p>
<h2 id="what-cannot-be-told">What cannot be told</h2>
<ul>
<li>Of what an agent emulates only the size of the window is told: no place, time zone, user agent or network.</li>
<li>A script that changes a page without any event (<code>value =</code> alone, <code>innerHTML =</code>) is no step.</li>
<li>In a closed shadow root the element is its host.</li>
<li>In PDF viewers, on the control bars of videos and in pages that hang, presses have no name.</li>
<li>A page of more than 64 KiB that an agent writes by script is no step.</li>
<li>Whether a scroll was the agent's is known for the wheel, for keys and for scripts that say <code>scroll</code>; others are not told.</li>
<li>Who causes what is judged by time: two agents on one page at one moment may be taken for each other, and what a page does by itself within two seconds of a click counts as the click's.</li>
<li>An agent that calls the script's binding itself, or puts one of that name (<code>martletReport</code>) into a page, can have steps told that were none. A page alone cannot.</li>
<li>When the server is killed, steps that were not settled (a second or so) are lost; the events are not.</li>
</ul>
"""###
)
}
