"""Pages whose picture tells the time, and the reading of it out of a JPEG."""

import io

from PIL import Image

CELL = 20
BITS = 34

# The first row of cells tells a number, bit by bit, the second the page's mark. White is one.
_DRAW = """<body style="margin:0;background:#888"><canvas id=c width=720 height=60></canvas>%(more)s<script>
const c = document.getElementById('c').getContext('2d');
function row(y, n) {
  for (let i = 0; i < 34; i++) {
    c.fillStyle = Math.floor(n / 2 ** i) %% 2 ? '#fff' : '#000';
    c.fillRect(i * 20, y, 20, 20);
  }
}
function draw(n) { row(0, n); row(20, %(mark)d); }
%(script)s
</script>"""

_TICK = """function tick() { draw(Math.floor(Date.now() / 1000)); setTimeout(tick, 1000 - Date.now() % 1000); }
tick();"""

# Counts frames of the browser, as fast as they come, until it is told to stop.
_COUNT = """let n = 0, stopped = false;
function count() { draw(++n); if (!stopped) requestAnimationFrame(count); }
count();"""


def clock(mark, more=""):
    """Shows the second since 1970."""
    return _DRAW % {"mark": mark, "script": _TICK, "more": more}


def still(mark):
    return _DRAW % {"mark": mark, "script": "draw(0);", "more": ""}


def counter(mark):
    return _DRAW % {"mark": mark, "script": _COUNT, "more": ""}


def read(jpeg):
    """The number and the mark that a picture shows; (None, None) for one of no such page."""
    image = Image.open(io.BytesIO(jpeg)).convert("L")
    if image.width < CELL * BITS or image.height < 2 * CELL:
        return None, None
    rows = []
    for y in (CELL // 2, CELL + CELL // 2):
        values = [image.getpixel((i * CELL + CELL // 2, y)) for i in range(BITS)]
        if any(70 < value < 185 for value in values):
            return None, None
        rows.append(sum((value > 127) << i for i, value in enumerate(values)))
    return tuple(rows)


def size(jpeg):
    return Image.open(io.BytesIO(jpeg)).size
