"""browser-use's own actions, without a language model, on the shop of harness/market.py: `browser_use_script.py CONNECT_URL SITE SECRET FILE`.

Run by hand, since browser-use 0.13 is large. Its traffic is kept in Tests/ActivityTests/Fixtures, with the story that is to be told of it.
"""

import asyncio
import sys

from browser_use import BrowserSession, Tools
from browser_use.filesystem.file_system import FileSystem


class Hand:
    """Does one action after the other, on elements that are found as browser-use numbers them."""

    def __init__(self, session, secret, file):
        self.session, self.secret, self.file = session, secret, file
        self.tools, self.files = Tools(), FileSystem("/tmp/browser-use-files")

    async def do(self, action, **params):
        await self.tools.registry.execute_action(
            action, params, browser_session=self.session, file_system=self.files, available_file_paths=[self.file],
            sensitive_data={"secret": self.secret},
        )

    async def find(self, tag=None, text="", **attributes):
        for _ in range(30):
            state = await self.session.get_browser_state_summary(include_screenshot=False)
            for index, node in state.dom_state.selector_map.items():
                found = node.attributes or {}
                if (
                    tag in (None, node.tag_name)
                    and text in node.get_all_children_text()
                    and all(found.get(name) == value for name, value in attributes.items())
                ):
                    return index
            await asyncio.sleep(0.3)
        raise LookupError(f"{tag} {text} {attributes}")

    async def click(self, tag=None, text="", **attributes):
        await self.do("click", index=await self.find(tag, text, **attributes))

    async def input(self, text, **attributes):
        await self.do("input", index=await self.find(**attributes), text=text, clear=True)


async def main(url, site, secret, file):
    session = BrowserSession(cdp_url=url)
    await session.start()
    hand = Hand(session, secret, file)
    await hand.do("navigate", url=site + "/market", new_tab=False)
    await hand.input("aurora", name="q")
    await hand.do("send_keys", keys="Enter")
    await asyncio.sleep(1)
    await hand.do("select_dropdown", index=await hand.find(id="sort"), text="Newest")
    await hand.click(id="stock")
    await hand.do("scroll", down=True, pages=1.0)
    await hand.do("scroll", down=False, pages=1.0)
    await hand.click("a", href="/lamp")
    await hand.click(id="add")
    await hand.click(id="go")
    await hand.click(id="apply")
    await hand.click(href="/checkout")
    await hand.input("Ada Lovelace", name="name")
    await hand.input("ada@example.com", name="email")
    await hand.do("select_dropdown", index=await hand.find(name="country"), text="Norway")
    await hand.click(name="way", value="b")
    await hand.input("2026-12-24", name="day")
    await hand.click(name="gift")
    await hand.input("<secret>secret</secret>", name="pw")
    await hand.do("upload_file", index=await hand.find(name="proof"), path=file)
    await hand.click("input", required="")
    await hand.click("button", "Place order")
    await hand.click("a", "Invoice")
    await asyncio.sleep(1)
    await hand.click("a", "Track it")
    await asyncio.sleep(1.5)
    board = next(tab for tab in await session.get_tabs() if "/board" in tab.url)
    await hand.do("switch", tab_id=board.target_id[-4:])
    await hand.click("a", "People")
    await hand.do("close", tab_id=board.target_id[-4:])
    await asyncio.sleep(0.5)
    await hand.do("navigate", url=site + "/market", new_tab=True)
    await hand.do("go_back")
    await session.stop()


asyncio.run(main(*sys.argv[1:]))
