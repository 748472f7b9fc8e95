// Made by scripts/generate-docs from docs/quick-start.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageQuickStart = DocumentationPage(
path: "quick-start", title: ###"""
Quick start
"""###, label: ###"""
Quick start
"""###, summary: ###"""
from nothing to a recorded run, in a terminal, in Python and in Swift
"""###,
markdown: ###"""
# Quick start

On Debian 12 with Swift 6.3 on the `PATH`, as root or with sudo:

```sh
scripts/start
```

It installs what is missing, builds, serves on `http://localhost:8787`, and does the main job once before your eyes: a browser is started, an agent visits a
little shop, and the record of it is printed. The first build takes some minutes.

## In a terminal

The command line finds the key of a server on the same machine by itself.

```text
martlet doctor                         # checks this machine and says what to do
martlet runtimes start --name shop     # a browser; prints where an agent connects
martlet runs watch latest              # the run's activity as it happens
martlet runtimes stop shop             # ends the run and seals its record
martlet runs list
martlet activity list latest           # what happened, in a person's words
martlet events list latest             # the facts beneath it
martlet recording link latest          # an address that replays the picture
```

## In a browser

`http://localhost:8787` is the [dashboard](dashboard.md): all runs, each with its picture, activity, events, network, console and files in step, and the runtimes.

```text
martlet open              # opens it signed in
martlet runs open latest  # opens the page of a run
```

## In Python

The published client of the v1 API and Playwright work unchanged: `pip install bctrl==0.1.1 playwright`. Playwright's own browsers are not needed.

```python
import os
from bctrl import Bctrl
from playwright.sync_api import sync_playwright

client = Bctrl(api_key=os.environ["KEY"], base_url="http://localhost:8787")
with client.runtimes.started_browser(name="shop") as runtime, sync_playwright() as playwright:
    browser = playwright.chromium.connect_over_cdp(runtime.connect_url)
    page = browser.contexts[0].pages[0]
    page.goto("http://localhost:8787/docs/quick-start")
    page.get_by_role("link", name="Concepts").first.click()
    page.wait_for_url("**/concepts")
    browser.close()

for item in client.runs.activity.iter(runtime.run_id):
    print(item["time"], item["message"])
```

`KEY` is the content of `admin.key` in the data folder, or what you set as `MARTLET_API_KEY`.

## In Swift

```swift
import Martlet

let martlet = Martlet()
let runID = try await martlet.runtimes.withBrowser(name: "quick start") { browser in
    _ = try await martlet.runtimes.targets.create(browser.runtimeID, uri: "about:blank#hello")
    return browser.runID
}
for try await item in martlet.runs.activity.all(runID) { print(item.time, item.message) }
```

## Other agents

| client | how |
| --- | --- |
| Playwright | `chromium.connect_over_cdp(connectUrl)` |
| Puppeteer | `puppeteer.connect({ browserWSEndpoint: connectUrl })` |
| Stagehand | `localBrowserLaunchOptions: { cdpUrl: connectUrl }` |
| browser-use | `BrowserSession(cdp_url=connectUrl)` |
| Selenium | `martlet forward --port 9222`, then `debuggerAddress` `127.0.0.1:9222` ([concepts](concepts.md)) |
"""###,
html: ###"""
<h1 id="quick-start">Quick start</h1>
<p>On Debian 12 with Swift 6.3 on the <code>PATH</code>, as root or with sudo:</p>
<pre><code class="language-sh">scripts/start
</code></pre>
<p>It installs what is missing, builds, serves on <code>http://localhost:8787</code>, and does the main job once before your eyes: a browser is started, an agent visits a
little shop, and the record of it is printed. The first build takes some minutes.</p>
<h2 id="in-a-terminal">In a terminal</h2>
<p>The command line finds the key of a server on the same machine by itself.</p>
<pre><code class="language-text">martlet doctor                         # checks this machine and says what to do
martlet runtimes start --name shop     # a browser; prints where an agent connects
martlet runs watch latest              # the run's activity as it happens
martlet runtimes stop shop             # ends the run and seals its record
martlet runs list
martlet activity list latest           # what happened, in a person's words
martlet events list latest             # the facts beneath it
martlet recording link latest          # an address that replays the picture
</code></pre>
<h2 id="in-a-browser">In a browser</h2>
<p><code>http://localhost:8787</code> is the <a href="/docs/dashboard">dashboard</a>: all runs, each with its picture, activity, events, network, console and files in step, and the runtimes.</p>
<pre><code class="language-text">martlet open              # opens it signed in
martlet runs open latest  # opens the page of a run
</code></pre>
<h2 id="in-python">In Python</h2>
<p>The published client of the v1 API and Playwright work unchanged: <code>pip install bctrl==0.1.1 playwright</code>. Playwright's own browsers are not needed.</p>
<pre><code class="language-python">import os
from bctrl import Bctrl
from playwright.sync_api import sync_playwright

client = Bctrl(api_key=os.environ[&quot;KEY&quot;], base_url=&quot;http://localhost:8787&quot;)
with client.runtimes.started_browser(name=&quot;shop&quot;) as runtime, sync_playwright() as playwright:
    browser = playwright.chromium.connect_over_cdp(runtime.connect_url)
    page = browser.contexts[0].pages[0]
    page.goto(&quot;http://localhost:8787/docs/quick-start&quot;)
    page.get_by_role(&quot;link&quot;, name=&quot;Concepts&quot;).first.click()
    page.wait_for_url(&quot;**/concepts&quot;)
    browser.close()

for item in client.runs.activity.iter(runtime.run_id):
    print(item[&quot;time&quot;], item[&quot;message&quot;])
</code></pre>
<p><code>KEY</code> is the content of <code>admin.key</code> in the data folder, or what you set as <code>MARTLET_API_KEY</code>.</p>
<h2 id="in-swift">In Swift</h2>
<pre><code class="language-swift">import Martlet

let martlet = Martlet()
let runID = try await martlet.runtimes.withBrowser(name: &quot;quick start&quot;) { browser in
    _ = try await martlet.runtimes.targets.create(browser.runtimeID, uri: &quot;about:blank#hello&quot;)
    return browser.runID
}
for try await item in martlet.runs.activity.all(runID) { print(item.time, item.message) }
</code></pre>
<h2 id="other-agents">Other agents</h2>
<div class="table" tabindex="0"><table>
<thead>
<tr>
<th>client</th>
<th>how</th>
</tr>
</thead>
<tbody>
<tr>
<td>Playwright</td>
<td><code>chromium.connect_over_cdp(connectUrl)</code></td>
</tr>
<tr>
<td>Puppeteer</td>
<td><code>puppeteer.connect({ browserWSEndpoint: connectUrl })</code></td>
</tr>
<tr>
<td>Stagehand</td>
<td><code>localBrowserLaunchOptions: { cdpUrl: connectUrl }</code></td>
</tr>
<tr>
<td>browser-use</td>
<td><code>BrowserSession(cdp_url=connectUrl)</code></td>
</tr>
<tr>
<td>Selenium</td>
<td><code>martlet forward --port 9222</code>, then <code>debuggerAddress</code> <code>127.0.0.1:9222</code> (<a href="/docs/concepts">concepts</a>)</td>
</tr>
</tbody>
</table></div>
"""###
)
}
