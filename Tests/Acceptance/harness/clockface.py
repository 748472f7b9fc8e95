"""A page whose picture tells the time, so that any picture of it says when it was taken."""

BITS = 16

# The time in tenths of a second, the last 16 bits of it, as 16 black or white fields from left to right, and in words for people.
PAGE = """<!doctype html><meta charset="utf-8"><title>Clock</title>
<style>html,body{margin:0;height:100%;background:#888;font:64px sans-serif;text-align:center}
#bits{display:flex;height:240px}#bits i{flex:1;background:#000}</style>
<div id="bits"></div><p id="text"></p><button id="press">Press me</button>
<script>
const bits = document.getElementById("bits");
for (let i = 0; i < 16; i += 1) bits.append(document.createElement("i"));
function show() {
  const tenths = Math.floor(Date.now() / 100);
  [...bits.children].forEach((field, i) => (field.style.background = (tenths >> (15 - i)) & 1 ? "#fff" : "#000"));
  document.getElementById("text").textContent = (tenths / 10).toFixed(1);
}
show();
setInterval(show, 200);
</script>"""

# Reads the fields of a canvas that shows the page: the tenths of a second, or null when there is no picture of it.
READ = """(canvas) => {
  if (!canvas.width) return null;
  const context = canvas.getContext("2d");
  let value = 0;
  for (let i = 0; i < 16; i += 1) {
    const x = Math.floor(((i + 0.5) / 16) * canvas.width);
    const [red, green, blue] = context.getImageData(x, Math.floor(canvas.height * 0.1), 1, 1).data;
    const light = (red + green + blue) / 3;
    if (light > 60 && light < 195) return null;
    value = value * 2 + (light > 127 ? 1 : 0);
  }
  return value;
}"""


def seconds_after(tenths, begin):
    """How long after `begin` (seconds since 1970) the picture was taken that shows these tenths."""
    return ((tenths - int(begin * 10)) % (1 << BITS)) / 10 - (begin * 10 % 1) / 10
