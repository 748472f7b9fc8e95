"""A viewer's page as a person sees it: in a frame of another origin, in a browser of its own."""

import shutil

from .clockface import READ, seconds_after
from .record import moment
from .wait import until

FRAME = """<!doctype html><meta charset="utf-8"><style>html,body{margin:0;height:100%%;overflow:hidden}
iframe{border:0;width:100%%;height:100%%}</style>
<script>window.got = []; addEventListener("message", (event) => got.push(event.data));</script>
<iframe id="viewer" src="%s" allow="fullscreen"></iframe>"""


def browser_path():
    return shutil.which("chromium-headless-shell") or shutil.which("chromium")


def launch(playwright):
    """A browser of the viewer's own: it knows no key and no cookie."""
    return playwright.chromium.launch(executable_path=browser_path(), args=["--no-sandbox"])


class Viewer:
    """A player in a frame of `site`, which is another origin than the server."""

    def __init__(self, browser, site, url, run=None, **context):
        self.begin = moment(run["startedAt"]) if run else None
        self.context = browser.new_context(viewport={"width": 1280, "height": 800}, **context)
        self.page = self.context.new_page()
        self.problems = []
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("console", lambda message: message.type == "error" and self.problems.append(message.text))
        site.add("/frame", FRAME % url)
        self.page.goto(site.url("/frame"))
        self.frame = self.page.frame_locator("#viewer")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()

    def part(self, name):
        return self.frame.get_by_test_id(name)

    @property
    def seconds(self):
        """What the clock says, for the picture on the screen."""
        return float(self.part("time").get_attribute("data-seconds"))

    @property
    def status(self):
        return self.part("status").get_attribute("data-status")

    @property
    def pictured(self):
        """The second that the picture itself tells, counted from the run's start; None when it is no picture of the clock."""
        tenths = self.part("screen").evaluate(READ)
        return None if tenths is None else seconds_after(tenths, self.begin)

    def press(self, *keys):
        self.part("scrubber").focus()
        for key in keys:
            self.page.keyboard.press(key)

    def seek(self, fraction):
        """Clicks on the scrubber."""
        box = self.part("scrubber").bounding_box()
        self.page.mouse.click(box["x"] + box["width"] * fraction, box["y"] + box["height"] / 2)

    def wait_status(self, status, seconds=15):
        until(lambda: self.status == status, seconds, f"the status {status}")

    def wait_seconds(self, least, most, seconds=10):
        until(lambda: least <= self.seconds <= most, seconds, f"a time from {least} to {most}")

    def messages(self, kind):
        return [m for m in self.page.evaluate("window.got") if m.get("type") == kind]

    def tell(self, message):
        self.page.evaluate("m => document.getElementById('viewer').contentWindow.postMessage(m, '*')", message)
