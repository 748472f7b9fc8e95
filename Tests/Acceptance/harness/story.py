"""Reading a timeline beside a script, and the little shop that the scripts visit."""

import json
import re

SECRET = "hunter2-very-secret"

SHOP = """<!doctype html><title>Paper &amp; Pin</title><h1>Shop</h1>
<a href="/login">Sign in</a> <a href="/care" target="_blank">Care guide</a>
<button onclick="fetch('/reset/1').catch(()=>0);fetch('/reset/2').catch(()=>0)">Add to basket</button>
<div style="height:3000px"></div>"""
LOGIN = """<!doctype html><title>Sign in</title><form action="/welcome" method="post" aria-label="Sign in">
<label>Email <input name="email"></label> <label>Password <input type="password" name="pw"></label>
<label>One-time code <input autocomplete="one-time-code"></label>
<label><input type="checkbox"> Remember me</label>
<select aria-label="Country"><option>France<option>Spain</select> <textarea placeholder="Notes"></textarea>
<input type="file" aria-label="Photo"><button>Enter shop</button></form>"""
WELCOME = """<!doctype html><title>Welcome</title><button onclick="confirm('Delete all?')">Delete</button>
<div id="menu">Menu</div><a href="/report" download>Get report</a><div id="card" draggable="true">Card</div>
<div id="column" ondragover="event.preventDefault()">Column</div>"""


def fill(site):
    for path, body in {"/shop": SHOP, "/login": LOGIN, "/welcome": WELCOME, "/care": "<title>Care</title>care"}.items():
        site.add(path, body, "text/html; charset=utf-8")
    site.add("/report", "a,b\n" * 1000, "text/csv", {"Content-Disposition": "attachment; filename=report.csv"})
    return site


def activity(api, run, query=""):
    found, cursor = [], None
    while True:
        path = f"/v1/runs/{run}/activity?limit=200{query}" + (f"&cursor={cursor}" if cursor else "")
        page = api.get(path).expect(200)
        found += page["data"]
        cursor = page["nextCursor"]
        if not cursor:
            return found


def untimed(message):
    """The message without the time it took."""
    return re.sub(r" (in|after) \d+\.\d\d s$", "", message)


def check(items):
    """What holds of every timeline."""
    assert [item["seq"] for item in items] == list(range(1, len(items) + 1))
    assert items[0]["type"] == "runtime.started" and items[-1]["type"] == "runtime.stopped"
    ids = {item["id"] for item in items}
    for item in items:
        assert item["message"] and SECRET not in json.dumps(item)
        assert item["data"]["actor"] in ("agent", "person", "page", "martlet")
        assert item.get("parentId") is None or item["parentId"] in ids
        events = item["data"].get("events")
        assert events is None or events["from"] <= events["to"]


def messages(items, *types):
    return [untimed(item["message"]) for item in items if item["type"] in types]
