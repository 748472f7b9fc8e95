"""A script as users of Playwright's asyncio API write it: `playwright_async_script.py CONNECT_URL SITE SECRET FILE`."""

import asyncio
import sys

from playwright.async_api import async_playwright


async def main(url, site, secret, file):
    async with async_playwright() as playwright:
        browser = await playwright.chromium.connect_over_cdp(url)
        page = browser.contexts[0].pages[0]
        await page.goto(site + "/shop")
        await page.get_by_role("button", name="Add to basket").click()
        await page.get_by_text("Sign in").click()
        await page.get_by_label("Email").fill("ada@example.com")
        await page.get_by_label("Password").fill(secret)
        await page.get_by_role("checkbox", name="Remember me").check()
        await page.get_by_role("combobox", name="Country").select_option("Spain")
        await page.get_by_placeholder("Notes").fill("Grüße")
        await page.get_by_label("Photo").set_input_files(file)
        await page.screenshot()
        await page.get_by_label("Email").press("Enter")
        await page.wait_for_url("**/welcome")
        page.once("dialog", lambda dialog: asyncio.ensure_future(dialog.accept()))
        await page.get_by_role("button", name="Delete").click()
        await page.locator("#menu").hover()
        await page.wait_for_timeout(400)
        async with page.expect_download() as download:
            await page.get_by_role("link", name="Get report").click()
        await (await download.value).path()
        await page.get_by_text("Card").drag_to(page.get_by_text("Column"))
        second = await browser.contexts[0].new_page()
        await second.goto(site + "/care")
        await second.close()
        await page.reload()
        await page.go_back()
        await browser.close()


asyncio.run(main(*sys.argv[1:]))
