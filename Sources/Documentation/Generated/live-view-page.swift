// Made by scripts/generate-docs from docs/live-view-page.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageLiveViewPage = DocumentationPage(
path: "live-view-page", title: ###"""
The page of a live view
"""###, label: ###"""
Live view's page
"""###, summary: ###"""
embedding it, its parameters, keys, and what it tells the page around it
"""###,
markdown: ###"""
# The page of a live view

The address that `POST /v1/runs/{runId}/live` answers is a page for people. Open it, or put it into a frame of your own page:

```html
<iframe src="https://martlet.example/view/live/TOKEN?theme=auto" title="Live view of the browser"
        style="width: 100%; aspect-ratio: 16 / 10; border: 0"
        allow="clipboard-read; clipboard-write"></iframe>
```

It needs no cookie and no key: the address is the credential. Give it to one person, for as long as that person needs it. Who may frame it is the setting
`frameAncestors` (default: everyone). Without `allow`, text is copied and pasted through a sheet of the page instead of by itself.

What it shows: the picture of the tab in front (drawn in device pixels, at any size), the tabs, the address, the state of the connection, who is in control, what the
agent asks a person to do, and the dialogs, select boxes and file choosers of the page, which a headless browser does not draw. When the picture cannot be trusted
(reconnecting, a crashed tab, an address that could not be opened, the run has ended, the address has expired or was taken back) words stand over it.

| parameter | values |
| --- | --- |
| `theme` | `light`, `dark`, `auto` (default: as the person's system has it) |
| `chrome` | `full` (default); `part`: all but the name of the product, for a page that says it already; `none`: the picture alone. With `control: "input"` a bar below it keeps the state, who is in control and the control button; who only watches sees the state in a corner |

## Taking control

With `control: "input"` the button **Take control** takes it, a click on the picture does too. Until then nothing that the person does reaches the browser: moving the mouse over
the picture, turning the wheel, looking at another tab, reaching the picture with the Tab key. **Give back control** returns it to the agent; **Done**, beside the agent's request,
also says that what it asked for is done. A new tab (**+**) asks for its address at once. While another person is in control the button reads **Take over control**.

| keys | what they do |
| --- | --- |
| `Enter`, with the picture in focus | the keyboard goes into the browser (a click on the picture does the same) |
| `Ctrl`+`Alt` (Mac: `Ctrl`+`Option`), pressed and let go | the keyboard comes back to the page, the focus to the control button |
| `Ctrl`+`C`, `X`, `V` (Mac: `⌘`) | copy and cut to, paste from the person's own clipboard |
| `Ctrl`+`L` | the address bar |
| `Ctrl`+`R`, `F5` | reload |
| `Alt`+`←`, `→` (Mac: `⌘`+`[`, `]`) | back, forward |
| `F11`, `F12`, `Ctrl`+`+`, `-`, `0` | stay with the person's browser |

On a touch screen a tap is a tap, fingers scroll, carry and pinch as the page has it, and one that rests for 0.6 s is a right click. The **Keyboard** button brings the keyboard on the glass;
one that is plugged in types after any tap.

In a window in which the picture is much smaller than the page, **Zoom** (lower right) shows a part of it in full size. The part follows the mouse; two fingers move it, and one finger does while
the person is not in control.

All other keys go to the page: layouts, AltGr, dead keys, input methods (candidates show near the last click), emoji pickers and keyboards on glass work.

## Messages to the parent

Whenever something changes, the page tells the page that frames it:

```js
addEventListener("message", ({ data, source }) => {
  if (source !== frame.contentWindow || data?.type !== "bctrl:live-status") return;
  console.log(data.status, data.page?.url, data.control?.holder);
});
```

| member | meaning |
| --- | --- |
| `type` | `bctrl:live-status` |
| `status` | `connecting`, `live`, `stalled` (the server owes an answer), `reconnecting`; final: `ended`, `expired`, `revoked`, `missing` (no such address), `crowded` (too many viewers), `broken` |
| `reason` | of a final status, else null: `stopped` or `failed` for `ended`, else as `status` |
| `message` | the server's words about the end, or null |
| `mode` | `none` or `input`; null before the connection, as all that follow |
| `control` | `{"holder": "agent" or "person", "mine": bool, "name": string or null}` |
| `page` | `{"id", "url", "title", "crashed"}` of the tab that is watched |
| `humanAction` | `{"id", "message", "expiresAt"}` while the agent waits for a person |
| `runId`, `runtimeId`, `expiresAt`, `viewers` | as in `docs/live-view-protocol.md` |

and the page obeys its parent in one thing: `{"type":"bctrl:live-take"}` takes control for the person before it, as the button does. It does nothing with an address that may only watch.

## For tests

`data-testid`: `screen` (the picture, a canvas), `tabs`, `status` (with `data-status`), `control` (with `data-action`: `take` or `release`), `holder` (with `data-holder`: `agent`, `me`,
`person`), `address`, `keyboard` (the editable element behind the picture), `human-action`, `done`, `dialog`, `select`, `file-chooser`, `file-input`, `notices`, `countdown`, `veil`, `zoom`.
"""###,
html: ###"""
<h1 id="the-page-of-a-live-view">The page of a live view</h1>
<p>The address that <code>POST /v1/runs/{runId}/live</code> answers is a page for people. Open it, or put it into a frame of your own page:</p>
<pre><code class="language-html">&lt;iframe src=&quot;https://martlet.example/view/live/TOKEN?theme=auto&quot; title=&quot;Live view of the browser&quot;
        style=&quot;width: 100%; aspect-ratio: 16 / 10; border: 0&quot;
        allow=&quot;clipboard-read; clipboard-write&quot;&gt;&lt;/iframe&gt;
</code></pre>
<p>It needs no cookie and no key: the address is the credential. Give it to one person, for as long as that person needs it. Who may frame it is the setting
<code>frameAncestors</code> (default: everyone). Without <code>allow</code>, text is copied and pasted through a sheet of the page instead of by itself.</p>
<p>What it shows: the picture of the tab in front (drawn in device pixels, at any size), the tabs, the address, the state of the connection, who is in control, what the
agent asks a person to do, and the dialogs, select boxes and file choosers of the page, which a headless browser does not draw. When the picture cannot be trusted
(reconnecting, a crashed tab, an address that could not be opened, the run has ended, the address has expired or was taken back) words stand over it.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>parameter</th>
<th>values</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>theme</code></td>
<td><code>light</code>, <code>dark</code>, <code>auto</code> (default: as the person's system has it)</td>
</tr>
<tr>
<td><code>chrome</code></td>
<td><code>full</code> (default); <code>part</code>: all but the name of the product, for a page that says it already; <code>none</code>: the picture alone. With <code>control: &quot;input&quot;</code> a bar below it keeps the state, who is in control and the control button; who only watches sees the state in a corner</td>
</tr>
</tbody>
</table></div>
<h2 id="taking-control">Taking control</h2>
<p>With <code>control: &quot;input&quot;</code> the button <strong>Take control</strong> takes it, a click on the picture does too. Until then nothing that the person does reaches the browser: moving the mouse over
the picture, turning the wheel, looking at another tab, reaching the picture with the Tab key. <strong>Give back control</strong> returns it to the agent; <strong>Done</strong>, beside the agent's request,
also says that what it asked for is done. A new tab (<strong>+</strong>) asks for its address at once. While another person is in control the button reads <strong>Take over control</strong>.</p>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>keys</th>
<th>what they do</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>Enter</code>, with the picture in focus</td>
<td>the keyboard goes into the browser (a click on the picture does the same)</td>
</tr>
<tr>
<td><code>Ctrl</code>+<code>Alt</code> (Mac: <code>Ctrl</code>+<code>Option</code>), pressed and let go</td>
<td>the keyboard comes back to the page, the focus to the control button</td>
</tr>
<tr>
<td><code>Ctrl</code>+<code>C</code>, <code>X</code>, <code>V</code> (Mac: <code>⌘</code>)</td>
<td>copy and cut to, paste from the person's own clipboard</td>
</tr>
<tr>
<td><code>Ctrl</code>+<code>L</code></td>
<td>the address bar</td>
</tr>
<tr>
<td><code>Ctrl</code>+<code>R</code>, <code>F5</code></td>
<td>reload</td>
</tr>
<tr>
<td><code>Alt</code>+<code>←</code>, <code>→</code> (Mac: <code>⌘</code>+<code>[</code>, <code>]</code>)</td>
<td>back, forward</td>
</tr>
<tr>
<td><code>F11</code>, <code>F12</code>, <code>Ctrl</code>+<code>+</code>, <code>-</code>, <code>0</code></td>
<td>stay with the person's browser</td>
</tr>
</tbody>
</table></div>
<p>On a touch screen a tap is a tap, fingers scroll, carry and pinch as the page has it, and one that rests for 0.6 s is a right click. The <strong>Keyboard</strong> button brings the keyboard on the glass;
one that is plugged in types after any tap.</p>
<p>In a window in which the picture is much smaller than the page, <strong>Zoom</strong> (lower right) shows a part of it in full size. The part follows the mouse; two fingers move it, and one finger does while
the person is not in control.</p>
<p>All other keys go to the page: layouts, AltGr, dead keys, input methods (candidates show near the last click), emoji pickers and keyboards on glass work.</p>
<h2 id="messages-to-the-parent">Messages to the parent</h2>
<p>Whenever something changes, the page tells the page that frames it:</p>
<pre><code class="language-js">addEventListener(&quot;message&quot;, ({ data, source }) =&gt; {
  if (source !== frame.contentWindow || data?.type !== &quot;bctrl:live-status&quot;) return;
  console.log(data.status, data.page?.url, data.control?.holder);
});
</code></pre>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>member</th>
<th>meaning</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>type</code></td>
<td><code>bctrl:live-status</code></td>
</tr>
<tr>
<td><code>status</code></td>
<td><code>connecting</code>, <code>live</code>, <code>stalled</code> (the server owes an answer), <code>reconnecting</code>; final: <code>ended</code>, <code>expired</code>, <code>revoked</code>, <code>missing</code> (no such address), <code>crowded</code> (too many viewers), <code>broken</code></td>
</tr>
<tr>
<td><code>reason</code></td>
<td>of a final status, else null: <code>stopped</code> or <code>failed</code> for <code>ended</code>, else as <code>status</code></td>
</tr>
<tr>
<td><code>message</code></td>
<td>the server's words about the end, or null</td>
</tr>
<tr>
<td><code>mode</code></td>
<td><code>none</code> or <code>input</code>; null before the connection, as all that follow</td>
</tr>
<tr>
<td><code>control</code></td>
<td><code>{&quot;holder&quot;: &quot;agent&quot; or &quot;person&quot;, &quot;mine&quot;: bool, &quot;name&quot;: string or null}</code></td>
</tr>
<tr>
<td><code>page</code></td>
<td><code>{&quot;id&quot;, &quot;url&quot;, &quot;title&quot;, &quot;crashed&quot;}</code> of the tab that is watched</td>
</tr>
<tr>
<td><code>humanAction</code></td>
<td><code>{&quot;id&quot;, &quot;message&quot;, &quot;expiresAt&quot;}</code> while the agent waits for a person</td>
</tr>
<tr>
<td><code>runId</code>, <code>runtimeId</code>, <code>expiresAt</code>, <code>viewers</code></td>
<td>as in <code>docs/live-view-protocol.md</code></td>
</tr>
</tbody>
</table></div>
<p>and the page obeys its parent in one thing: <code>{&quot;type&quot;:&quot;bctrl:live-take&quot;}</code> takes control for the person before it, as the button does. It does nothing with an address that may only watch.</p>
<h2 id="for-tests">For tests</h2>
<p><code>data-testid</code>: <code>screen</code> (the picture, a canvas), <code>tabs</code>, <code>status</code> (with <code>data-status</code>), <code>control</code> (with <code>data-action</code>: <code>take</code> or <code>release</code>), <code>holder</code> (with <code>data-holder</code>: <code>agent</code>, <code>me</code>,
<code>person</code>), <code>address</code>, <code>keyboard</code> (the editable element behind the picture), <code>human-action</code>, <code>done</code>, <code>dialog</code>, <code>select</code>, <code>file-chooser</code>, <code>file-input</code>, <code>notices</code>, <code>countdown</code>, <code>veil</code>, <code>zoom</code>.</p>
"""###
)
}
