"""A script as users of Puppeteer write it. Run by the Python that has pyppeteer: `pyppeteer_script.py CONNECT_URL SITE SECRET FILE`."""

import asyncio
import sys

from pyppeteer import connect


async def main(url, site, secret, file):
    browser = await connect(browserWSEndpoint=url, defaultViewport=None)
    page = (await browser.pages())[0]
    await page.goto(site + "/shop")
    await page.click("button")
    await page.click("a[href='/login']")
    await page.waitForSelector("input[name=email]")
    await page.type("input[name=email]", "ada@example.com")
    await page.type("input[type=password]", secret)
    await page.click("input[type=checkbox]")
    await page.select("select", "Spain")
    await page.type("textarea", "Grüße")
    await (await page.querySelector("input[type=file]")).uploadFile(file)
    await page.screenshot()
    await page.focus("input[name=email]")
    await asyncio.gather(page.waitForNavigation(), page.keyboard.press("Enter"))

    async def answer(dialog):
        await dialog.accept()

    page.once("dialog", lambda dialog: asyncio.ensure_future(answer(dialog)))
    await page.click("button")
    await page.hover("#menu")
    await asyncio.sleep(0.4)
    await page.click("a[download]")
    await asyncio.sleep(0.5)
    second = await browser.newPage()
    await second.goto(site + "/care")
    await second.close()
    await page.reload()
    await page.goBack()
    await browser.disconnect()


asyncio.run(main(*sys.argv[1:]))
