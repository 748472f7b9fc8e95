// Made by scripts/generate from Sources/WebPages/Assets/docs. Edit those.
// swift-format-ignore-file

extension WebPages {
    static let docs: [String: String] = [
"docs/docs.css": ###"""
/* The documentation: a column of text, a list of pages beside it. */

html { scroll-padding-top: 68px; }
html, body { height: auto; }
body { font-size: 16px; line-height: 1.6; background: var(--surface); }

a { color: var(--accent); text-underline-offset: 2px; }
a:not(:hover) { text-decoration-color: color-mix(in srgb, var(--accent) 35%, transparent); }

.skip { position: absolute; left: 8px; top: -60px; padding: 8px 14px; background: var(--raised); z-index: 2; }
.skip:focus { top: 8px; }

header {
  position: sticky;
  top: 0;
  z-index: 1;
  display: flex;
  align-items: center;
  justify-content: space-between;
  height: 56px;
  padding: 0 24px;
  background: var(--surface);
  border-bottom: 1px solid var(--line);
  font-size: 14px;
}
.brand { display: flex; align-items: center; gap: 10px; color: var(--text); font-size: 16px; font-weight: 650; text-decoration: none; }

.sheet { display: grid; grid-template-columns: 250px minmax(0, 780px); gap: 48px; max-width: 1160px; margin: 0 auto; padding: 0 24px 96px; }

nav { position: sticky; top: 56px; align-self: start; max-height: calc(100vh - 56px); overflow: auto; padding: 24px 0; font-size: 14px; }
nav ul { margin: 0; padding: 0; list-style: none; }
nav a { display: block; padding: 5px 12px; border-radius: var(--radius-small); color: var(--text-soft); text-decoration: none; }
nav a:hover { background: var(--hover); color: var(--text); }
nav a[aria-current] { background: var(--accent-wash); color: var(--accent); font-weight: 600; }

main { padding-top: 24px; overflow-wrap: break-word; }
main > :first-child { margin-top: 8px; }
h1 { font-size: 32px; line-height: 1.2; letter-spacing: -.01em; }
h2 { margin: 44px 0 12px; padding-top: 20px; border-top: 1px solid var(--line); font-size: 22px; line-height: 1.3; }
h3 { margin: 32px 0 8px; font-size: 17px; }
p, ul, ol { margin: 0 0 16px; }
li { margin: 4px 0; }
strong { font-weight: 650; }

code { padding: 1px 5px; border-radius: 4px; background: var(--sunken); font: 0.875em/1.5 var(--mono); }
pre { margin: 0 0 20px; padding: 14px 18px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--sunken); overflow: auto; }
pre code { padding: 0; background: none; font-size: 13.5px; }

.table { margin: 0 0 20px; overflow: auto; border: 1px solid var(--line); border-radius: var(--radius); }
table { width: 100%; border-collapse: collapse; font-size: 14px; line-height: 1.5; }
th, td { padding: 8px 12px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { background: var(--sunken); font-weight: 600; }
tr:last-child td { border-bottom: 0; }
thead th:empty { padding: 0; }

@media (max-width: 860px) {
  .sheet { grid-template-columns: minmax(0, 1fr); gap: 0; }
  nav { position: static; max-height: none; padding-bottom: 8px; border-bottom: 1px solid var(--line); }
  nav ul { display: flex; flex-wrap: wrap; gap: 2px; }
  h1 { font-size: 27px; }
}
@media print { header, nav { display: none; } .sheet { display: block; } }

"""###,
"docs/page.html": ###"""
<!doctype html>
<html lang="en" data-theme="{{theme}}" data-chrome="{{chrome}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{title}} · Martlet</title>
<meta name="description" content="{{summary}}">
<link rel="icon" href="{{assets}}/shared/icon.svg" type="image/svg+xml">
<link rel="alternate" href="{{markdown}}" type="text/markdown">
<link rel="stylesheet" href="{{assets}}/shared/style.css">
<link rel="stylesheet" href="{{assets}}/docs/docs.css">
</head>
<body>
<a class="skip" href="#text">Skip to the text</a>
<header>
<a class="brand" href="/docs"><img src="{{assets}}/shared/icon.svg" alt="" width="24" height="24">Martlet</a>
<a href="{{markdown}}">This page as Markdown</a>
</header>
<div class="sheet">
<nav aria-label="Pages"><ul>
{{pages}}
</ul></nav>
<main id="text">
{{body}}
</main>
</div>
</body>
</html>

"""###,
    ]
}
