"""How the page of a live view looks to those who see little, and what it says to those who do not see: contrast, names, sizes, at every width."""

import pytest

from harness.wait import until

PAGE = """<label>Code <input id=c></label><select id=s><option>English<option disabled>Deutsch</select><button id=b onclick="alert('Mind the gap')">Ask</button>
<input id=f type=file>"""

# Texts whose contrast with what lies behind them is below 4.5 (WCAG 2.2, 1.4.3; 3 for large ones). Disabled controls are exempt.
FAINT = """() => {
  const pixel = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = color => { pixel.clearRect(0, 0, 1, 1); pixel.fillStyle = color; pixel.fillRect(0, 0, 1, 1); return [...pixel.getImageData(0, 0, 1, 1).data]; };
  const over = ([r, g, b, a], under) => [r, g, b].map((c, i) => c * a / 255 + under[i] * (1 - a / 255));
  const ground = element => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const layer = rgba(getComputedStyle(at).backgroundColor);
      layers.push(layer);
      if (layer[3] === 255) break;
    }
    return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255]);
  };
  const light = color => { const [r, g, b] = color.map(c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility({opacityProperty: true, visibilityProperty: true}) || element.closest('script, noscript, :disabled, [aria-disabled=true], .visually-hidden')) continue;
    const style = getComputedStyle(element), under = ground(element);
    const [a, b] = [light(over(rgba(style.color), under)), light(under)].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05), size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || size >= 18.66 && style.fontWeight >= 700;
    if (ratio < (isLarge ? 3 : 4.5)) found.push(`${walker.currentNode.data.trim()}: ${ratio.toFixed(2)}`);
  }
  return found;
}"""

# What can be used and has no name, or is smaller than 24 by 24 pixels (WCAG 2.2, 2.5.8) without room around it.
POOR = """() => [...document.querySelectorAll('button, input, textarea, select, [role=tab], [role=option], [role=listbox], [role=dialog], a')]
  .filter(element => element.checkVisibility({visibilityProperty: true}) && !element.closest('.visually-hidden'))
  .flatMap(element => {
    const name = element.getAttribute('aria-label') || element.labels?.[0]?.textContent || element.textContent || document.getElementById(element.getAttribute('aria-labelledby'))?.textContent;
    const {width, height} = element.getBoundingClientRect();
    const what = element.outerHTML.slice(0, 120);
    const isSmall = Math.min(width, height) < 20 && element.matches('button, [role=tab], [role=option]');
    return [...(name?.trim() ? [] : [`no name: ${what}`]), ...(isSmall ? [`${width}x${height}: ${what}`] : [])];
  })"""


def check(viewer, what):
    frame = viewer.window.frames[1]
    # Animations fade things in; what counts is how they stay.
    frame.evaluate("document.getAnimations().filter(one => one.effect.getTiming().iterations !== Infinity).forEach(one => one.finish())")
    assert frame.evaluate(FAINT) == [], what
    assert frame.evaluate(POOR) == [], what
    assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{what}: wider than its window"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_all_texts_have_contrast_and_all_controls_a_name(stage, site, people, theme, width):
    page = stage.page
    page.goto(site.page("/form", PAGE, title="A form with a rather long title"))
    page.on("dialog", lambda dialog: None)
    page.context.new_page()
    page.bring_to_front()
    url = stage.live(control="input", name="Ada Lovelace", expiresInSeconds=250)
    viewer = people(f"{url}?theme={theme}", width=width, height=700, reduced_motion="reduce").sees_picture()
    watcher = people(f"{stage.live()}?theme={theme}&chrome=none", width=width, height=700).sees_picture()
    check(viewer, "before control")
    stage.api.post(f"/v1/runtimes/{stage.id}/human-actions", {"message": "Type the code.", "timeoutSeconds": 300}).expect(201)
    viewer.take()
    until(lambda: viewer.page.get_by_test_id("human-action").is_visible(), what="the request")
    check(viewer, "driving, asked by the agent")
    check(watcher, "watching without chrome")
    part = lambda name: viewer.page.get_by_test_id(name)  # noqa: E731
    viewer.click(page, "#s")
    part("select").wait_for()
    check(viewer, "a select box")
    viewer.keyboard.press("Escape")
    part("select").wait_for(state="detached")
    viewer.click(page, "#b")
    part("dialog").wait_for()
    check(viewer, "a dialog")
    viewer.keyboard.press("Enter")
    part("dialog").wait_for(state="detached")
    viewer.click(page, "#f", x=0.1)
    part("file-chooser").wait_for()
    check(viewer, "a file chooser")
    part("file-chooser").get_by_role("button", name="Cancel").click()
    for name in ["Clipboard", "Keyboard"]:
        viewer.page.get_by_role("button", name=name, exact=True).click()
        viewer.page.get_by_role("dialog", name=name).wait_for()
        check(viewer, name)
        viewer.keyboard.press("Escape")
    viewer.control.click()
    until(lambda: viewer.control.get_attribute("data-action") == "take", what="the release")
    stage.stop()
    for one in viewer, watcher:
        one.reaches("ended")
        check(one, "ended")


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 2560])
def test_what_steers_is_in_sight_at_every_width(stage, site, people, width):
    stage.page.goto(site.page("/form", PAGE, title="A form"))
    for chrome in "full", "none":
        viewer = people(f"{stage.live(control='input')}?chrome={chrome}", width=width, height=600, device_scale_factor=2).sees_picture()
        for action in "take", "release":
            until(lambda action=action: viewer.control.get_attribute("data-action") == action, what=action)
            names = ["control", "status", "screen"] + (["address", "tabs"] if chrome == "full" else [])
            for name in names:
                box = viewer.page.get_by_test_id(name).bounding_box()
                assert box and box["x"] >= 0 and box["x"] + box["width"] <= width and box["y"] + box["height"] <= 600, f"{name} at {box}"
            # Most of the window is the picture's.
            assert viewer.page.locator("#stage").bounding_box()["height"] >= 600 * 0.7
            viewer.control.click()
        viewer.context.close()
