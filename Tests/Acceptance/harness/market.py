"""A shop and a board as real sites are: menus that open on hover, filters, a gallery, a basket, a check-out with a pay frame of another
origin, popups, an application of one page, cards that are dragged. For long scripts whose timeline is read beside them."""

STYLE = """<style>body{font:15px sans-serif;margin:20px} nav li{display:inline-block;position:relative;padding:6px 12px}
nav ul ul{display:none;position:absolute;background:#fff;border:1px solid #999;margin:0;padding:0;width:160px;z-index:2}
nav li:hover ul{display:block} nav ul ul li{display:block} .card{border:1px solid #888;padding:10px;margin:6px;width:180px;background:#fff}
.lane{float:left;width:220px;min-height:320px;background:#eee;margin:8px;padding:6px} iframe{border:1px solid #ccc}</style>"""


def page(title, body):
    return f"<!doctype html><html lang=en><head><title>{title}</title><link rel=icon href='data:,'>{STYLE}</head><body>{body}</body></html>"


NAV = """<nav aria-label="Main"><ul><li><a href="/market">Home</a></li><li><a href="#" id="lamps">Lamps</a><ul>
<li><a href="/market?kind=desk">Desk lamps</a></li><li><a href="/market?kind=floor">Floor lamps</a></li></ul></li>
<li><a href="/basket">Basket</a></li></ul></nav>"""

MARKET = page("Lumen", NAV + """<form action="/market" role="search" aria-label="Search"><input type="search" name="q" aria-label="Search lamps">
<button>Search</button></form>
<fieldset><legend>Filters</legend><label><input type="checkbox" id="stock"> In stock only</label>
<label>Sort by <select id="sort"><option>Relevance<option>Price, low to high<option>Newest</select></label>
<label>Highest price <input type="range" id="price" min="0" max="200" value="200"></label></fieldset>
<ul id="found"><li><a href="/lamp"><img src="/image/1" alt="Aurora desk lamp" width=80 height=60></a> <button class="quick">Quick view</button></li></ul>
<dialog id="quick" aria-label="Quick view"><p>Aurora</p><button id="close">Close</button></dialog>
<div style="height:1600px"></div><footer><button id="more">Load more</button></footer>
<script>for (const one of document.querySelectorAll('.quick')) one.onclick = () => document.getElementById('quick').showModal();
document.getElementById('close').onclick = () => document.getElementById('quick').close();</script>""")

LAMP = page("Aurora desk lamp", NAV + """<h1>Aurora desk lamp</h1>
<fieldset><legend>Colour</legend><label><input type="radio" name="colour"> Brass</label><label><input type="radio" name="colour"> Black</label></fieldset>
<label>Quantity <input type="number" value="1" min="1"></label>
<button id="add"><svg width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="6"/></svg><span>Add to basket</span></button>
<p role="status"></p>
<iframe title="Reviews" src="/reviews" width="400" height="160"></iframe>
<script>document.getElementById('add').onclick = async () => { await fetch('/echo/added'); document.querySelector('[role=status]').textContent = 'Added';
document.getElementById('go').hidden = false }</script>
<a id="go" href="/basket" hidden>View basket</a>""")

REVIEWS = page("Reviews", """<button id="helpful">Helpful</button><textarea aria-label="Your review"></textarea>
<script>document.getElementById('helpful').onclick = event => { event.target.textContent = 'Thanks' }</script>""")

BASKET = page("Basket", NAV + """<table><tr><td>Aurora desk lamp</td><td><button aria-label="Remove Aurora desk lamp">×</button></td></tr></table>
<label>Coupon <input id="coupon"></label><button id="apply">Apply</button> <a href="/checkout">Check out</a>
<script>document.querySelector('table button').onclick = () => confirm('Remove the lamp?');
document.getElementById('apply').onclick = () => alert('That coupon has lapsed');</script>""")

CHECKOUT = page("Check out", """<form action="/placed" method="post" aria-label="Check out">
<label>Full name <input name="name"></label> <label>Email <input name="email" type="email"></label>
<label>Street <input name="street"></label> <label>Country <select name="country"><option>France<option>Spain<option>Norway</select></label>
<fieldset><legend>Delivery</legend><label><input type="radio" name="way" value="a" checked> Standard</label>
<label><input type="radio" name="way" value="b"> Express</label></fieldset>
<label>Delivery date <input type="date" name="day"></label> <label><input type="checkbox" name="gift"> It is a gift</label>
<label>Password <input type="password" name="pw"></label>
<label>Proof of address <input type="file" name="proof"></label>
<iframe title="Payment" src="{OTHER}/pay" width="400" height="120"></iframe>
<label><input type="checkbox" required> I accept the terms</label><button>Place order</button></form>""")

PAY = page("Payment", """<label>Card number <input autocomplete="cc-number"></label><button type="button" id="pay">Use this card</button>
<script>document.getElementById('pay').onclick = event => { event.target.textContent = 'Card kept' }</script>""")

PLACED = page("Thank you", """<h1>Thank you</h1><button id="receipt">Show receipt</button> <a href="/invoice" download>Invoice</a>
<a href="/board" target="_blank">Track it on the board</a> <a href="http://127.0.0.1:1/status">Carrier</a>
<script>document.getElementById('receipt').onclick = () => open('/receipt', 'receipt', 'width=500,height=400');</script>""")

RECEIPT = page("Receipt", """<p>Receipt 42</p><button id="print">Print</button><button id="shut" onclick="window.close()">Close window</button>""")

BOARD = page("Board", """<header><a href="/board/cards" class="in">Cards</a> <a href="/board/people" class="in">People</a>
<button aria-haspopup="menu" id="menu">More</button><div role="menu" id="items" hidden><div role="menuitem" tabindex="0">Archive done</div></div></header>
<main><div class="lane" id="todo" aria-label="To do" role="list"><div class="card" draggable="true" id="c1">Pack the lamp</div>
<div class="card" draggable="true" id="c2">Print the label</div></div>
<div class="lane" id="done" aria-label="Done" role="list"></div></main>
<div contenteditable="true" aria-label="Note" style="clear:both;border:1px solid;min-height:40px;width:400px"></div>
<button id="new">New card</button>
<script>
for (const link of document.querySelectorAll('a.in')) link.onclick = event => { event.preventDefault(); history.pushState({}, '', link.href);
  document.title = link.textContent + ' · Board'; };
document.getElementById('menu').onmouseenter = () => { document.getElementById('items').hidden = false };
document.querySelector('[role=menuitem]').onclick = () => { document.getElementById('items').hidden = true };
let dragged;
document.addEventListener('dragstart', event => { dragged = event.target; event.dataTransfer.setData('text/plain', dragged.id) });
for (const lane of document.querySelectorAll('.lane')) { lane.ondragover = event => event.preventDefault();
  lane.ondrop = event => { event.preventDefault(); lane.append(dragged) } }
document.getElementById('new').onclick = () => { const name = prompt('Name of the card?'); if (name) {
  const card = document.createElement('div'); card.className = 'card'; card.draggable = true; card.textContent = name; document.getElementById('todo').append(card) } };
</script>""")

PAGES = {
    "/market": MARKET, "/lamp": LAMP, "/reviews": REVIEWS, "/basket": BASKET, "/checkout": CHECKOUT, "/pay": PAY, "/placed": PLACED,
    "/receipt": RECEIPT, "/board": BOARD,
}


def fill(site):
    """Puts the shop and the board on the site, and returns it."""
    for path, body in PAGES.items():
        site.add(path, body)
    site.add("/invoice", "invoice\n" * 500, "text/plain", {"Content-Disposition": "attachment; filename=invoice.txt"})
    return site
