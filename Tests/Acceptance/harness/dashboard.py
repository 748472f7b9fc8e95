"""The dashboard as a person has it: a window of a browser of their own."""

from .wait import until


class Dashboard:
    """A window at the server's own address. What the page logs as an error, and every address it asks for, is kept."""

    def __init__(self, browser, server, **options):
        self.server = server
        self.context = browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True, **options)
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.problems, self.asked = [], []
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("console", lambda m: self.problems.append(m.text) if "Content Security Policy" in m.text else None)
        self.page.on("request", lambda request: self.asked.append(request.url))

    def open(self, path):
        self.page.goto(path if path.startswith("http") else self.server.url + path)
        return self

    def signed_in(self, path="/"):
        """Opens a place with the key of the server, as somebody who has typed it in before."""
        self.open(path)
        self.part("sign-in").wait_for()
        self.page.get_by_label("API key").fill(self.server.key)
        self.page.keyboard.press("Enter")
        self.part("sign-out").wait_for()
        return self

    def part(self, name):
        return self.page.get_by_test_id(name)

    @property
    def view(self):
        """The page in the frame."""
        return self.page.frame_locator("[data-testid=view]")

    def shows(self, view, seconds=15):
        until(lambda: self.part("view").count() and self.part("view").get_attribute("data-view") == view, seconds, f"the view {view}")

    def rows(self):
        """The runs of the list, as (id, status)."""
        rows = self.part("runs").locator("tbody tr")
        return [(row.get_attribute("data-run"), row.get_attribute("data-status")) for row in rows.all()]

    def close(self):
        self.context.close()
        assert self.problems == []
