// Made by scripts/generate-docs from docs/live-view-protocol.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageLiveViewProtocol = DocumentationPage(
path: "live-view-protocol", title: ###"""
The protocol of a live view
"""###, label: ###"""
Live view's protocol
"""###, summary: ###"""
what the page of a live view and the server say to each other
"""###,
markdown: ###"""
# The protocol of a live view

What the page of a live view and the server say to each other. The page that Martlet serves uses nothing else, so a page of your own can do all that it does.
A lease of a live view (`POST /v1/runs/{runId}/live`) is an address `BASE/view/live/TOKEN`; what follows is beneath it. The token is the only credential: any `Origin` may connect.

| request | answer |
| --- | --- |
| `GET BASE/view/live/TOKEN` | the page |
| `GET BASE/view/live/TOKEN/socket`, upgraded | the WebSocket below |
| `GET BASE/view/live/TOKEN/status` | `{"runId","status":"active"\|"stopped"\|"failed","control":"none"\|"input","expiresAt"}`. A page that cannot connect asks here why: 404 unknown, 410 lapsed or revoked |
| `GET BASE/view/live/TOKEN/icons/NUMBER` | the icon of a tab (see `state`), at most 128 KiB; 404 when it is gone. It may be kept for a day |
| `POST BASE/view/live/TOKEN/uploads?name=FILENAME` | 201 `{"uploadId","name","sizeBytes"}`: keeps the body (any content type) for a file chooser or a drop; only while this lease holds control, else 409 |

## The socket

RFC 6455, no subprotocol, no extensions. The server sends text messages (JSON objects with a `type`) and binary messages (frames). The page sends text messages
alone, each a JSON object with a `type`, at most 64 KiB (a longer `paste` goes in several). Unknown types are answered with `refused`; unknown members are ignored.
The server pings every 20 s and closes a line that is silent for 60 s (a browser's pong is enough).

**Close codes.** A page should try again (after 0.5 s, doubling to 10 s) on every code but those marked *final*.

| code | meaning |
| --- | --- |
| 4001 *final* | the run has ended |
| 4002 *final* | the lease has expired |
| 4003 *final* | the lease was revoked |
| 4004 *final* | there are too many viewers of this run (256) or of this lease (8) |
| 4008 | too many messages: more than 300 a second for longer than 2 s |
| 4009 | the page takes nothing any more: a frame was not acknowledged for 60 s (the setting `viewerTimeoutSeconds`), or more than 8 MiB wait for it |
| 1002, 1007 *final* | broken frames; text that is not UTF-8, JSON or an object with a `type`; a binary message |
| 1009 *final* | a message above 64 KiB |
| 1001 | the server shuts down |

Before 4001, 4002, 4003 comes the message `ended`. A handshake that cannot succeed is answered with HTTP: 404 unknown token, 410 lapsed or revoked lease.
For a run that has ended the socket opens, says `hello`, `state`, `ended`, and closes with 4001.

## Frames: server → page, binary

Big-endian. The JPEG begins at `headerLength`, whatever is in front of it: later versions may add fields there.

| offset | type | field |
| --- | --- | --- |
| 0 | u8 | version, 1 |
| 1 | u8 | kind, 1 = frame; ignore others |
| 2 | u16 | headerLength |
| 4 | f64 | number of the frame, rising within a run |
| 12 | f64 | time of the picture, ms since 1970 (the browser's clock) |
| 20 | u16 | width of the JPEG in pixels |
| 22 | u16 | height of the JPEG in pixels |
| 24 | f32 | deviceWidth: width of the visible page in CSS pixels |
| 28 | f32 | deviceHeight |
| 32 | f32 | pageScaleFactor |
| 36 | f32 | offsetTop |
| 40 | f32 | scrollOffsetX |
| 44 | f32 | scrollOffsetY |
| 48 | u8 | n = length of pageId |
| 49 | n bytes | pageId, ASCII |

The last frame comes at once after `state`. A page that does not change sends nothing. At most two frames are on their way to one page: each must be acknowledged when it
has arrived and is decoded (not when it is painted: a hidden tab does not paint):

    {"type":"ack","number":1234}

Acknowledging a number acknowledges all before it. Frames that a slow line cannot take are left out; the newest always comes.

## Server → page, text

`hello`, once, first:

    {"type":"hello","version":1,"runId","runtimeId","leaseId","viewerId","control":"none"|"input","name":string|null,
     "agentInput":"hold"|"refuse","expiresAt":"2026-…Z","now":"2026-…Z"}

`now` is the server's clock: count down to `expiresAt` from it.

`state`, whole, after `hello` and after every change (at most 20 a second). Everything a page shows beside the picture is in it, so a page that connects anew has all:

    {"type":"state",
     "run":{"id","status":"active"|"stopped"|"failed","startedAt"},
     "pages":[{"id","url","title","favicon":string|null,"front":bool,"crashed":bool,"problem":string|null}],   // in the order of the tabs
                                           // favicon: "icons/NUMBER", beneath the address of the view; null: none is known
                                           // problem: why its address could not be opened, in words; a headless browser shows a blank page then
     "frontPageId":string|null,
     "watchedPageId":string|null,          // whose frames this viewer gets
     "follows":bool,                       // true: the front page, whichever it is
     "control":{"holder":"agent"|"person","epoch":7,"name":string|null,"mine":bool,
                "agentInput":"hold"|"refuse"|null,"since":time|null},
     "viewers":3,
     "dialogs":[{"id","pageId","kind":"alert"|"confirm"|"prompt"|"beforeunload","message","defaultText","openedAt"}],
     "select":null|{"id","pageId","multiple":bool,"rect":{"x","y","width","height"},     // CSS pixels of the page
                    "options":[{"index","label","group":string|null,"disabled":bool,"selected":bool}]},
     "fileChooser":null|{"id","pageId","multiple":bool},
     "humanAction":null|{"id","message","status":"requested","createdAt","expiresAt":time|null}}

What pages choose is cut: `url`, `message` and `defaultText` after 8 KiB, `title` after 1,000 bytes, the text of `clipboard` after 1 MiB.
`control.name` is the `name` of the holder's lease. `mine` is true for every viewer of the lease that holds.

| message | when |
| --- | --- |
| `{"type":"cursor","pageId","cursor":"pointer"}` | the cursor under the person's mouse changed (CSS `cursor` keyword); while this lease holds control |
| `{"type":"clipboard","text"}` | answer to `copy`: the selected text, empty when nothing is selected |
| `{"type":"notice","code","message"}` | something a person should read: `control_taken_over` (another person took it from you), `control_lost` (released after a pause or on expiry), `page_crashed`, `expires_soon` (60 s before; not to a viewer that comes later) |
| `{"type":"refused","of","code","message"}` | a message was not obeyed. `of` is its type. Codes: `watch_only`, `control_held` (another person holds it: `take` first), `control_stale` (its epoch is over), `invalid`, `unknown_type`, `not_found` (page, dialog, select, chooser), `failed` (the browser refused) |
| `{"type":"pong","time"}` | answer to `ping` |
| `{"type":"ended","reason":"stopped"\|"failed"\|"expired"\|"revoked","message"}` | before the close; nothing comes after it |

## Page → server, text

For every viewer:

| message | meaning |
| --- | --- |
| `{"type":"ack","number"}` | see Frames |
| `{"type":"watch","pageId":string\|null}` | show another page to this viewer alone; null follows the front page again. The browser notices nothing |
| `{"type":"ping","time":any}` | answered with `pong` and the same `time` |

Only with `control: "input"`, otherwise `refused` `watch_only`:

| message | meaning |
| --- | --- |
| `{"type":"take"}` | take control, also from another person |
| `{"type":"release"}` | give it back to the agent |
| `{"type":"done"}` | release, and complete the pending human action |

All that follows is **input**. It may carry `epoch`, which should be the `control.epoch` of the last `state`. Input takes control when the agent holds it; hovering, letting a button or key go and
copying do not, and do nothing while the agent or another person drives.
Input of an epoch that is over is refused (`control_stale`), input while another person holds control too (`control_held`).

Positions `x`, `y` are pixels of the picture (0,0 is its upper left corner; fractions allowed) of the frame `frame` (its number; the newest frame of the watched page if
left out). The server turns them into the page's coordinates. Input goes to the page that this viewer watches. `modifiers` is a sum: Alt 1, Control 2, Meta 4, Shift 8.
The browser runs on Linux: a page on a Mac sends Control where its user pressed Command.

| message | members |
| --- | --- |
| `mouse` | `action`: `move`, `down`, `up`; `x`, `y`, `frame`; `button`: `none`, `left`, `middle`, `right`, `back`, `forward`; `buttons`: bit field as `MouseEvent.buttons`; `clickCount` (1 to 3; `MouseEvent.detail`), `modifiers`. At most one `move` for each animation frame |
| `wheel` | `x`, `y`, `frame`, `deltaX`, `deltaY` in CSS pixels (positive: down, right), `modifiers` |
| `touch` | `action`: `start`, `move`, `end`, `cancel`; `points`: `[{"id","x","y","radiusX","radiusY","force"}]` (all that touch now, so on `end` those that stay: `TouchEvent.touches`), `frame`, `modifiers` |
| `key` | `action`: `down`, `up`; `key`, `code`, `location`, `repeat` as in `KeyboardEvent`; `modifiers`; `altGraph`: `getModifierState("AltGraph")`. Do not send keys while composing, nor `Dead`, `Process`, `Unidentified`: send what comes of them as `text` |
| `text` | `text`: typed text that no key tells (dead keys, emoji, dictation) |
| `compose` | `text`, `selectionStart`, `selectionEnd`: the composition of an input method as it stands (UTF-16 units); `""` cancels it |
| `commit` | `text`: the end of a composition |
| `paste` | `text`: pastes it where the focus is (the page sees a `paste` event first). `more`: true when the text goes on in the next `paste`; the page gets all of it at once, with the last. At most 1 MiB (UTF-8) in all |
| `copy` | `cut`: bool. Answered with `clipboard` |
| `navigate` | `action`: `back`, `forward`, `reload`, `stop`, `to`; `url` for `to` (an address without a scheme gets `https://`; this machine's, such as `localhost:3000`, and those of numbers alone, `http://`); `pageId` (default: the watched one) |
| `tab` | `action`: `open` (`url`), `close`, `activate` (`pageId`). Closing the last one opens a blank page |
| `dialog` | `id`, `accept`: bool, `text` for a prompt |
| `select` | `id`, `indexes`: the options chosen; or `cancel`: true |
| `files` | `id` of the chooser, `uploadIds` from the uploads; or `cancel`: true |
| `drop` | `x`, `y`, `frame`, `modifiers`; `uploadIds` from the uploads: the files are dropped on the page there |

Boxes of `<select>`, which a headless browser does not draw, are not opened while a person holds control: the `state` tells the options instead, and `select` chooses. File choosers likewise.
Date, time and colour fields are typed into.
"""###,
html: ###"""
<h1 id="the-protocol-of-a-live-view">The protocol of a live view</h1>
<p>What the page of a live view and the server say to each other. The page that Martlet serves uses nothing else, so a page of your own can do all that it does.
A lease of a live view (<code>POST /v1/runs/{runId}/live</code>) is an address <code>BASE/view/live/TOKEN</code>; what follows is beneath it. The token is the only credential: any <code>Origin</code> may connect.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>request</th>
<th>answer</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>GET BASE/view/live/TOKEN</code></td>
<td>the page</td>
</tr>
<tr>
<td><code>GET BASE/view/live/TOKEN/socket</code>, upgraded</td>
<td>the WebSocket below</td>
</tr>
<tr>
<td><code>GET BASE/view/live/TOKEN/status</code></td>
<td><code>{&quot;runId&quot;,&quot;status&quot;:&quot;active&quot;|&quot;stopped&quot;|&quot;failed&quot;,&quot;control&quot;:&quot;none&quot;|&quot;input&quot;,&quot;expiresAt&quot;}</code>. A page that cannot connect asks here why: 404 unknown, 410 lapsed or revoked</td>
</tr>
<tr>
<td><code>GET BASE/view/live/TOKEN/icons/NUMBER</code></td>
<td>the icon of a tab (see <code>state</code>), at most 128 KiB; 404 when it is gone. It may be kept for a day</td>
</tr>
<tr>
<td><code>POST BASE/view/live/TOKEN/uploads?name=FILENAME</code></td>
<td>201 <code>{&quot;uploadId&quot;,&quot;name&quot;,&quot;sizeBytes&quot;}</code>: keeps the body (any content type) for a file chooser or a drop; only while this lease holds control, else 409</td>
</tr>
</tbody>
</table></div>
<h2 id="the-socket">The socket</h2>
<p>RFC 6455, no subprotocol, no extensions. The server sends text messages (JSON objects with a <code>type</code>) and binary messages (frames). The page sends text messages
alone, each a JSON object with a <code>type</code>, at most 64 KiB (a longer <code>paste</code> goes in several). Unknown types are answered with <code>refused</code>; unknown members are ignored.
The server pings every 20 s and closes a line that is silent for 60 s (a browser's pong is enough).</p>
<p><strong>Close codes.</strong> A page should try again (after 0.5 s, doubling to 10 s) on every code but those marked <em>final</em>.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>code</th>
<th>meaning</th>
</tr>
</thead>
<tbody>
<tr>
<td>4001 <em>final</em></td>
<td>the run has ended</td>
</tr>
<tr>
<td>4002 <em>final</em></td>
<td>the lease has expired</td>
</tr>
<tr>
<td>4003 <em>final</em></td>
<td>the lease was revoked</td>
</tr>
<tr>
<td>4004 <em>final</em></td>
<td>there are too many viewers of this run (256) or of this lease (8)</td>
</tr>
<tr>
<td>4008</td>
<td>too many messages: more than 300 a second for longer than 2 s</td>
</tr>
<tr>
<td>4009</td>
<td>the page takes nothing any more: a frame was not acknowledged for 60 s (the setting <code>viewerTimeoutSeconds</code>), or more than 8 MiB wait for it</td>
</tr>
<tr>
<td>1002, 1007 <em>final</em></td>
<td>broken frames; text that is not UTF-8, JSON or an object with a <code>type</code>; a binary message</td>
</tr>
<tr>
<td>1009 <em>final</em></td>
<td>a message above 64 KiB</td>
</tr>
<tr>
<td>1001</td>
<td>the server shuts down</td>
</tr>
</tbody>
</table></div>
<p>Before 4001, 4002, 4003 comes the message <code>ended</code>. A handshake that cannot succeed is answered with HTTP: 404 unknown token, 410 lapsed or revoked lease.
For a run that has ended the socket opens, says <code>hello</code>, <code>state</code>, <code>ended</code>, and closes with 4001.</p>
<h2 id="frames-server-page-binary">Frames: server → page, binary</h2>
<p>Big-endian. The JPEG begins at <code>headerLength</code>, whatever is in front of it: later versions may add fields there.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>offset</th>
<th>type</th>
<th>field</th>
</tr>
</thead>
<tbody>
<tr>
<td>0</td>
<td>u8</td>
<td>version, 1</td>
</tr>
<tr>
<td>1</td>
<td>u8</td>
<td>kind, 1 = frame; ignore others</td>
</tr>
<tr>
<td>2</td>
<td>u16</td>
<td>headerLength</td>
</tr>
<tr>
<td>4</td>
<td>f64</td>
<td>number of the frame, rising within a run</td>
</tr>
<tr>
<td>12</td>
<td>f64</td>
<td>time of the picture, ms since 1970 (the browser's clock)</td>
</tr>
<tr>
<td>20</td>
<td>u16</td>
<td>width of the JPEG in pixels</td>
</tr>
<tr>
<td>22</td>
<td>u16</td>
<td>height of the JPEG in pixels</td>
</tr>
<tr>
<td>24</td>
<td>f32</td>
<td>deviceWidth: width of the visible page in CSS pixels</td>
</tr>
<tr>
<td>28</td>
<td>f32</td>
<td>deviceHeight</td>
</tr>
<tr>
<td>32</td>
<td>f32</td>
<td>pageScaleFactor</td>
</tr>
<tr>
<td>36</td>
<td>f32</td>
<td>offsetTop</td>
</tr>
<tr>
<td>40</td>
<td>f32</td>
<td>scrollOffsetX</td>
</tr>
<tr>
<td>44</td>
<td>f32</td>
<td>scrollOffsetY</td>
</tr>
<tr>
<td>48</td>
<td>u8</td>
<td>n = length of pageId</td>
</tr>
<tr>
<td>49</td>
<td>n bytes</td>
<td>pageId, ASCII</td>
</tr>
</tbody>
</table></div>
<p>The last frame comes at once after <code>state</code>. A page that does not change sends nothing. At most two frames are on their way to one page: each must be acknowledged when it
has arrived and is decoded (not when it is painted: a hidden tab does not paint):</p>
<pre><code>{&quot;type&quot;:&quot;ack&quot;,&quot;number&quot;:1234}
</code></pre>
<p>Acknowledging a number acknowledges all before it. Frames that a slow line cannot take are left out; the newest always comes.</p>
<h2 id="server-page-text">Server → page, text</h2>
<p><code>hello</code>, once, first:</p>
<pre><code>{&quot;type&quot;:&quot;hello&quot;,&quot;version&quot;:1,&quot;runId&quot;,&quot;runtimeId&quot;,&quot;leaseId&quot;,&quot;viewerId&quot;,&quot;control&quot;:&quot;none&quot;|&quot;input&quot;,&quot;name&quot;:string|null,
 &quot;agentInput&quot;:&quot;hold&quot;|&quot;refuse&quot;,&quot;expiresAt&quot;:&quot;2026-…Z&quot;,&quot;now&quot;:&quot;2026-…Z&quot;}
</code></pre>
<p><code>now</code> is the server's clock: count down to <code>expiresAt</code> from it.</p>
<p><code>state</code>, whole, after <code>hello</code> and after every change (at most 20 a second). Everything a page shows beside the picture is in it, so a page that connects anew has all:</p>
<pre><code>{&quot;type&quot;:&quot;state&quot;,
 &quot;run&quot;:{&quot;id&quot;,&quot;status&quot;:&quot;active&quot;|&quot;stopped&quot;|&quot;failed&quot;,&quot;startedAt&quot;},
 &quot;pages&quot;:[{&quot;id&quot;,&quot;url&quot;,&quot;title&quot;,&quot;favicon&quot;:string|null,&quot;front&quot;:bool,&quot;crashed&quot;:bool,&quot;problem&quot;:string|null}],   // in the order of the tabs
                                       // favicon: &quot;icons/NUMBER&quot;, beneath the address of the view; null: none is known
                                       // problem: why its address could not be opened, in words; a headless browser shows a blank page then
 &quot;frontPageId&quot;:string|null,
 &quot;watchedPageId&quot;:string|null,          // whose frames this viewer gets
 &quot;follows&quot;:bool,                       // true: the front page, whichever it is
 &quot;control&quot;:{&quot;holder&quot;:&quot;agent&quot;|&quot;person&quot;,&quot;epoch&quot;:7,&quot;name&quot;:string|null,&quot;mine&quot;:bool,
            &quot;agentInput&quot;:&quot;hold&quot;|&quot;refuse&quot;|null,&quot;since&quot;:time|null},
 &quot;viewers&quot;:3,
 &quot;dialogs&quot;:[{&quot;id&quot;,&quot;pageId&quot;,&quot;kind&quot;:&quot;alert&quot;|&quot;confirm&quot;|&quot;prompt&quot;|&quot;beforeunload&quot;,&quot;message&quot;,&quot;defaultText&quot;,&quot;openedAt&quot;}],
 &quot;select&quot;:null|{&quot;id&quot;,&quot;pageId&quot;,&quot;multiple&quot;:bool,&quot;rect&quot;:{&quot;x&quot;,&quot;y&quot;,&quot;width&quot;,&quot;height&quot;},     // CSS pixels of the page
                &quot;options&quot;:[{&quot;index&quot;,&quot;label&quot;,&quot;group&quot;:string|null,&quot;disabled&quot;:bool,&quot;selected&quot;:bool}]},
 &quot;fileChooser&quot;:null|{&quot;id&quot;,&quot;pageId&quot;,&quot;multiple&quot;:bool},
 &quot;humanAction&quot;:null|{&quot;id&quot;,&quot;message&quot;,&quot;status&quot;:&quot;requested&quot;,&quot;createdAt&quot;,&quot;expiresAt&quot;:time|null}}
</code></pre>
<p>What pages choose is cut: <code>url</code>, <code>message</code> and <code>defaultText</code> after 8 KiB, <code>title</code> after 1,000 bytes, the text of <code>clipboard</code> after 1 MiB.
<code>control.name</code> is the <code>name</code> of the holder's lease. <code>mine</code> is true for every viewer of the lease that holds.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>message</th>
<th>when</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>{&quot;type&quot;:&quot;cursor&quot;,&quot;pageId&quot;,&quot;cursor&quot;:&quot;pointer&quot;}</code></td>
<td>the cursor under the person's mouse changed (CSS <code>cursor</code> keyword); while this lease holds control</td>
</tr>
<tr>
<td><code>{&quot;type&quot;:&quot;clipboard&quot;,&quot;text&quot;}</code></td>
<td>answer to <code>copy</code>: the selected text, empty when nothing is selected</td>
</tr>
<tr>
<td><code>{&quot;type&quot;:&quot;notice&quot;,&quot;code&quot;,&quot;message&quot;}</code></td>
<td>something a person should read: <code>control_taken_over</code> (another person took it from you), <code>control_lost</code> (released after a pause or on expiry), <code>page_crashed</code>, <code>expires_soon</code> (60 s before; not to a viewer that comes later)</td>
</tr>
<tr>
<td><code>{&quot;type&quot;:&quot;refused&quot;,&quot;of&quot;,&quot;code&quot;,&quot;message&quot;}</code></td>
<td>a message was not obeyed. <code>of</code> is its type. Codes: <code>watch_only</code>, <code>control_held</code> (another person holds it: <code>take</code> first), <code>control_stale</code> (its epoch is over), <code>invalid</code>, <code>unknown_type</code>, <code>not_found</code> (page, dialog, select, chooser), <code>failed</code> (the browser refused)</td>
</tr>
<tr>
<td><code>{&quot;type&quot;:&quot;pong&quot;,&quot;time&quot;}</code></td>
<td>answer to <code>ping</code></td>
</tr>
<tr>
<td><code>{&quot;type&quot;:&quot;ended&quot;,&quot;reason&quot;:&quot;stopped&quot;|&quot;failed&quot;|&quot;expired&quot;|&quot;revoked&quot;,&quot;message&quot;}</code></td>
<td>before the close; nothing comes after it</td>
</tr>
</tbody>
</table></div>
<h2 id="page-server-text">Page → server, text</h2>
<p>For every viewer:</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>message</th>
<th>meaning</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>{&quot;type&quot;:&quot;ack&quot;,&quot;number&quot;}</code></td>
<td>see Frames</td>
</tr>
<tr>
<td><code>{&quot;type&quot;:&quot;watch&quot;,&quot;pageId&quot;:string|null}</code></td>
<td>show another page to this viewer alone; null follows the front page again. The browser notices nothing</td>
</tr>
<tr>
<td><code>{&quot;type&quot;:&quot;ping&quot;,&quot;time&quot;:any}</code></td>
<td>answered with <code>pong</code> and the same <code>time</code></td>
</tr>
</tbody>
</table></div>
<p>Only with <code>control: &quot;input&quot;</code>, otherwise <code>refused</code> <code>watch_only</code>:</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>message</th>
<th>meaning</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>{&quot;type&quot;:&quot;take&quot;}</code></td>
<td>take control, also from another person</td>
</tr>
<tr>
<td><code>{&quot;type&quot;:&quot;release&quot;}</code></td>
<td>give it back to the agent</td>
</tr>
<tr>
<td><code>{&quot;type&quot;:&quot;done&quot;}</code></td>
<td>release, and complete the pending human action</td>
</tr>
</tbody>
</table></div>
<p>All that follows is <strong>input</strong>. It may carry <code>epoch</code>, which should be the <code>control.epoch</code> of the last <code>state</code>. Input takes control when the agent holds it; hovering, letting a button or key go and
copying do not, and do nothing while the agent or another person drives.
Input of an epoch that is over is refused (<code>control_stale</code>), input while another person holds control too (<code>control_held</code>).</p>
<p>Positions <code>x</code>, <code>y</code> are pixels of the picture (0,0 is its upper left corner; fractions allowed) of the frame <code>frame</code> (its number; the newest frame of the watched page if
left out). The server turns them into the page's coordinates. Input goes to the page that this viewer watches. <code>modifiers</code> is a sum: Alt 1, Control 2, Meta 4, Shift 8.
The browser runs on Linux: a page on a Mac sends Control where its user pressed Command.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>message</th>
<th>members</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>mouse</code></td>
<td><code>action</code>: <code>move</code>, <code>down</code>, <code>up</code>; <code>x</code>, <code>y</code>, <code>frame</code>; <code>button</code>: <code>none</code>, <code>left</code>, <code>middle</code>, <code>right</code>, <code>back</code>, <code>forward</code>; <code>buttons</code>: bit field as <code>MouseEvent.buttons</code>; <code>clickCount</code> (1 to 3; <code>MouseEvent.detail</code>), <code>modifiers</code>. At most one <code>move</code> for each animation frame</td>
</tr>
<tr>
<td><code>wheel</code></td>
<td><code>x</code>, <code>y</code>, <code>frame</code>, <code>deltaX</code>, <code>deltaY</code> in CSS pixels (positive: down, right), <code>modifiers</code></td>
</tr>
<tr>
<td><code>touch</code></td>
<td><code>action</code>: <code>start</code>, <code>move</code>, <code>end</code>, <code>cancel</code>; <code>points</code>: <code>[{&quot;id&quot;,&quot;x&quot;,&quot;y&quot;,&quot;radiusX&quot;,&quot;radiusY&quot;,&quot;force&quot;}]</code> (all that touch now, so on <code>end</code> those that stay: <code>TouchEvent.touches</code>), <code>frame</code>, <code>modifiers</code></td>
</tr>
<tr>
<td><code>key</code></td>
<td><code>action</code>: <code>down</code>, <code>up</code>; <code>key</code>, <code>code</code>, <code>location</code>, <code>repeat</code> as in <code>KeyboardEvent</code>; <code>modifiers</code>; <code>altGraph</code>: <code>getModifierState(&quot;AltGraph&quot;)</code>. Do not send keys while composing, nor <code>Dead</code>, <code>Process</code>, <code>Unidentified</code>: send what comes of them as <code>text</code></td>
</tr>
<tr>
<td><code>text</code></td>
<td><code>text</code>: typed text that no key tells (dead keys, emoji, dictation)</td>
</tr>
<tr>
<td><code>compose</code></td>
<td><code>text</code>, <code>selectionStart</code>, <code>selectionEnd</code>: the composition of an input method as it stands (UTF-16 units); <code>&quot;&quot;</code> cancels it</td>
</tr>
<tr>
<td><code>commit</code></td>
<td><code>text</code>: the end of a composition</td>
</tr>
<tr>
<td><code>paste</code></td>
<td><code>text</code>: pastes it where the focus is (the page sees a <code>paste</code> event first). <code>more</code>: true when the text goes on in the next <code>paste</code>; the page gets all of it at once, with the last. At most 1 MiB (UTF-8) in all</td>
</tr>
<tr>
<td><code>copy</code></td>
<td><code>cut</code>: bool. Answered with <code>clipboard</code></td>
</tr>
<tr>
<td><code>navigate</code></td>
<td><code>action</code>: <code>back</code>, <code>forward</code>, <code>reload</code>, <code>stop</code>, <code>to</code>; <code>url</code> for <code>to</code> (an address without a scheme gets <code>https://</code>; this machine's, such as <code>localhost:3000</code>, and those of numbers alone, <code>http://</code>); <code>pageId</code> (default: the watched one)</td>
</tr>
<tr>
<td><code>tab</code></td>
<td><code>action</code>: <code>open</code> (<code>url</code>), <code>close</code>, <code>activate</code> (<code>pageId</code>). Closing the last one opens a blank page</td>
</tr>
<tr>
<td><code>dialog</code></td>
<td><code>id</code>, <code>accept</code>: bool, <code>text</code> for a prompt</td>
</tr>
<tr>
<td><code>select</code></td>
<td><code>id</code>, <code>indexes</code>: the options chosen; or <code>cancel</code>: true</td>
</tr>
<tr>
<td><code>files</code></td>
<td><code>id</code> of the chooser, <code>uploadIds</code> from the uploads; or <code>cancel</code>: true</td>
</tr>
<tr>
<td><code>drop</code></td>
<td><code>x</code>, <code>y</code>, <code>frame</code>, <code>modifiers</code>; <code>uploadIds</code> from the uploads: the files are dropped on the page there</td>
</tr>
</tbody>
</table></div>
<p>Boxes of <code>&lt;select&gt;</code>, which a headless browser does not draw, are not opened while a person holds control: the <code>state</code> tells the options instead, and <code>select</code> chooses. File choosers likewise.
Date, time and colour fields are typed into.</p>
"""###
)
}
