"""A person with a live view: a window of a browser of their own, in which a page of another site frames the view."""

import json

from .wait import until

PARENT = """
window.told = [];
addEventListener("message", event => {
  if (event.data?.type === "bctrl:live-status") told.push({...event.data, origin: event.origin});
});
"""


class LivePage:
    """Opens `url` in a frame of a page of `site`. What the page says to its parent is kept in `told`."""

    def __init__(self, browser, site, url, width=1280, height=900, allow="clipboard-read; clipboard-write", **options):
        frame = f'<iframe src="{url}" allow="{allow}" style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe>'
        parent = site.page("/embed", frame, PARENT).replace("127.0.0.1", "localhost")
        self.context = browser.new_context(viewport={"width": width, "height": height}, **options)
        self.window = self.context.new_page()
        self.window.set_default_timeout(15_000)
        self.errors = []
        self.window.on("pageerror", lambda error: self.errors.append(str(error)))
        self.window.goto(parent)
        self.page = self.window.frame_locator("iframe")
        self.screen = self.page.get_by_test_id("screen")
        self.status = self.page.get_by_test_id("status")
        self.control = self.page.get_by_test_id("control")
        self.keyboard = self.window.keyboard
        self.mouse = self.window.mouse

    def reaches(self, status, seconds=15):
        """Waits for a state of the connection."""
        until(lambda: self.status.get_attribute("data-status") == status, seconds, f"the status {status}")
        return self

    def sees_picture(self):
        self.reaches("live")
        until(lambda: self.screen.evaluate("canvas => canvas.width > 0"), 15, "a picture")
        return self

    def pixel(self, x, y):
        """The colour of a place of the picture; `x` and `y` are shares of its size."""
        return tuple(self.screen.evaluate(
            "(canvas, [x, y]) => [...canvas.getContext('2d').getImageData(canvas.width * x, canvas.height * y, 1, 1).data].slice(0, 3)",
            [x, y],
        ))  # fmt: skip

    def shows(self, color, x=0.5, y=0.5, seconds=15):
        """Waits until a place of the picture has about this colour: a JPEG is not exact."""
        near = lambda: all(abs(a - b) < 24 for a, b in zip(self.pixel(x, y), color))  # noqa: E731
        until(near, seconds, f"the colour {color} at {x}, {y} (it is {self.pixel(x, y)})")

    def spot(self, agent, selector, x=0.5, y=0.5):
        """Where an element of the agent's page is in this window; `x` and `y` are shares of the element's size."""
        box = agent.locator(selector).bounding_box()
        width, height = agent.evaluate("[innerWidth, innerHeight]")
        canvas = self.screen.bounding_box()
        return (
            canvas["x"] + (box["x"] + box["width"] * x) * canvas["width"] / width,
            canvas["y"] + (box["y"] + box["height"] * y) * canvas["height"] / height,
        )

    def click(self, agent, selector, x=0.5, y=0.5, **options):
        self.mouse.click(*self.spot(agent, selector, x, y), **options)

    def take(self):
        self.control.click()
        until(lambda: self.control.get_attribute("data-action") == "release", 10, "control")
        return self

    def told(self):
        """What the parent was told so far."""
        return json.loads(self.window.evaluate("JSON.stringify(told)"))

    def close(self):
        self.context.close()
        assert self.errors == []
