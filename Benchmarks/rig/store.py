"""A shop as shops look: a bar, filters, a grid of products with photos, a product, a form; and an agent that buys there.

Photos are drawn by the pages themselves, soft shapes with grain, so that a picture of the page weighs what one with photos does.
"""

import time

STYLE = """<style>
*{box-sizing:border-box} body{margin:0;font:14px/1.45 sans-serif;color:#222;background:#fff}
header{display:flex;gap:24px;align-items:center;padding:12px 32px;background:#16324f;color:#fff}
header a{color:#cfe0f2;text-decoration:none} header b{font-size:20px} header input{flex:1;padding:7px 10px;border:0;border-radius:4px}
main{display:flex;gap:28px;padding:20px 32px;max-width:1280px;margin:auto} aside{width:190px} aside label{display:block;margin:4px 0}
.grid{flex:1;display:grid;grid-template-columns:repeat(4,1fr);gap:18px} .card{border:1px solid #e2e5ea;border-radius:6px;overflow:hidden;padding-bottom:10px}
.card canvas{width:100%;display:block} .card h3{font-size:14px;margin:8px 10px 2px} .card p{margin:0 10px 6px;color:#667}
.card b{margin:0 10px} button{background:#1d6fd1;color:#fff;border:0;border-radius:4px;padding:6px 12px;font:inherit}
form{width:520px} form label{display:block;margin:10px 0 3px} form input,select{width:100%;padding:8px;border:1px solid #bbc;border-radius:4px;font:inherit}
.photo{width:480px;height:360px} .toast{position:fixed;right:32px;top:70px;background:#1c7c43;color:#fff;padding:10px 16px;border-radius:6px}
</style>"""

PHOTOS = """<script>
let seed = 1; const random = () => (seed = seed * 48271 % 2147483647) / 2147483647;
document.querySelectorAll('canvas').forEach((canvas, n) => {
  seed = 77 + n * 1009; const c = canvas.getContext('2d'), {width: w, height: h} = canvas;
  c.fillStyle = `hsl(${random() * 360} 30% 85%)`; c.fillRect(0, 0, w, h);
  for (let i = 0; i < 14; i++) {
    const x = random() * w, y = random() * h, r = 10 + random() * w / 3, g = c.createRadialGradient(x, y, 1, x, y, r), hue = random() * 360;
    g.addColorStop(0, `hsl(${hue} 55% ${30 + random() * 40}%)`); g.addColorStop(1, `hsl(${hue} 55% 60% / 0)`);
    c.fillStyle = g; c.fillRect(0, 0, w, h);
  }
  const image = c.getImageData(0, 0, w, h), d = image.data;
  for (let i = 0; i < d.length; i += 4) { const e = random() * 14 - 7; d[i] += e; d[i + 1] += e; d[i + 2] += e; }
  c.putImageData(image, 0, 0);
});
</script>"""

HEADER = """<header><b>Oak &amp; Loom</b><a href=#>New</a><a href=#>Living</a><a href=#>Kitchen</a><a href=#>Garden</a>
<input placeholder='Search 12,000 things'><a href=#>Account</a><span id=basket>Basket (0)</span></header>"""

NAMES = ["Oak side table", "Linen cushion", "Stoneware bowl", "Wool throw", "Brass lamp", "Glass carafe", "Cotton rug", "Ash stool"]
FILTERS = "".join(f"<label><input type=checkbox> {name}</label>" for name in ["In stock", "On sale", "Oak", "Linen", "Wool", "Brass", "Under 50", "Free delivery"])


def document(title, body):
    return f"<!doctype html><meta charset=utf-8><title>{title}</title><link rel=icon href='data:,'>{STYLE}{HEADER}{body}{PHOTOS}".encode()


def card(n):
    name = NAMES[n % len(NAMES)]
    return (
        f"<div class=card><a href=/store/product><canvas width=230 height=170></canvas></a><h3>{name} no. {n + 1}</h3>"
        f"<p>Made by hand, {n % 5 + 3} days to your door.</p><b>{19 + n * 7 % 160}.00</b> <button>Add</button></div>"
    )


REVIEWS = "".join(
    f"<p><b>{who}</b> {'★' * stars} {text}</p>"
    for who, stars, text in [
        ("Maja", 5, "Came in three days, looks better than in the photo, and stands as firm as a rock on our old floor."),
        ("Tom", 4, "Good oak and a fine finish. One leg wanted a felt pad to stand level, which came with it."),
        ("Ines", 5, "The second one we bought. It goes with everything, and the oil makes stains easy to wipe away."),
        ("Per", 3, "A little lower than I thought; measure before you order. The wood is beautiful all the same."),
    ]
)

FORM = """<main><form action=/store/thanks><h1>Checkout</h1><label>Name</label><input id=name><label>Street</label><input id=street>
<label>Town</label><input id=town><label>Country</label><select><option>Sweden<option>Norway<option>Finland</select><p>
<button id=order>Place order</button></form><div class=card style='width:300px'><canvas width=300 height=200></canvas>
<h3>Oak side table no. 1</h3><b>49.00</b></div></main>"""

PRODUCT = """<main><canvas class=photo width=480 height=360></canvas><div style='width:480px'><h1>Oak side table no. 1</h1><p>Solid oak, oiled by hand,
from a workshop by the lake. Carries 40 kg, needs a dry cloth now and then, and no tools to put together.</p><label>Size <select id=size><option>Small
<option>Large</select></label><p><b>49.00</b> <button id=add onclick="basket.textContent='Basket (1)';this.insertAdjacentHTML('afterend',
'<div class=toast>Added to your basket</div>');setTimeout(()=>document.querySelector('.toast').remove(),2500)">Add to basket</button></p><h3>What others say</h3>%s</div></main>""" % REVIEWS


def pages():
    """Paths with their kinds and bodies."""
    grid = "".join(card(n) for n in range(24))
    bodies = {
        "list": f"<main><aside><h3>Filter</h3>{FILTERS}</aside><div class=grid>{grid}</div></main>",
        "product": PRODUCT,
        "checkout": FORM,
        "thanks": "<main><div><h1>Thank you</h1><p>Your order 48-1207 is on its way.</p></div></main>",
    }
    return {f"/store/{name}": ("text/html", document(name.title(), body)) for name, body in bodies.items()}


def buy_step(page, site, n):
    """A step of buying something; ten make a purchase."""
    match n % 10:
        case 0: page.goto(site.url("/store/list"))
        case 1: page.mouse.wheel(0, 500)
        case 2: page.mouse.wheel(0, -500)
        case 3: page.locator(".card a").first.click()
        case 4: page.locator("#size").select_option("Large")
        case 5: page.click("#add")
        case 6: page.goto(site.url("/store/checkout"))
        case 7: page.fill("#name", f"Kim Oak {n}")
        case 8: page.fill("#street", f"Long Lane {n}")
        case 9: page.click("#order")


def buyer(site):
    """A script that buys, a step a second."""

    def run(page, seconds):
        began = time.monotonic()
        for n in range(int(seconds)):
            buy_step(page, site, n)
            page.wait_for_timeout(max(0, (began + n + 1 - time.monotonic()) * 1000))

    return run
