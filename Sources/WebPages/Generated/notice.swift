// Made by scripts/generate from Sources/WebPages/Assets/notice. Edit those.
// swift-format-ignore-file

extension WebPages {
    static let notice: [String: String] = [
"notice/lapsed.html": ###"""
<!doctype html>
<html lang="en" data-theme="{{theme}}" data-chrome="{{chrome}}" data-status="expired">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>This address has lapsed · Martlet</title>
<link rel="icon" href="{{assets}}/shared/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="{{assets}}/shared/style.css">
<link rel="stylesheet" href="{{assets}}/notice/notice.css">
<script type="module" src="{{assets}}/notice/notice.js"></script>
</head>
<body>
<main data-testid="notice">
<img src="{{assets}}/shared/icon.svg" alt="" width="40" height="40">
<h1>This address has lapsed</h1>
<p>Viewers are opened by addresses that are good for a limited time, and this one's time is over. Ask whoever gave it to you for a new one.</p>
</main>
</body>
</html>

"""###,
"notice/missing.html": ###"""
<!doctype html>
<html lang="en" data-theme="{{theme}}" data-chrome="{{chrome}}" data-status="missing">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>There is nothing at this address · Martlet</title>
<link rel="icon" href="{{assets}}/shared/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="{{assets}}/shared/style.css">
<link rel="stylesheet" href="{{assets}}/notice/notice.css">
<script type="module" src="{{assets}}/notice/notice.js"></script>
</head>
<body>
<main data-testid="notice">
<img src="{{assets}}/shared/icon.svg" alt="" width="40" height="40">
<h1>There is nothing at this address</h1>
<p>The address may have been copied only in part, or it was never made. Ask whoever gave it to you for it once more.</p>
</main>
</body>
</html>

"""###,
"notice/notice.css": ###"""
body { display: grid; place-items: center; padding: 24px; }
main { max-width: 46ch; text-align: center; }
main img { border-radius: 10px; }
h1 { margin: 14px 0 6px; font-size: 20px; font-weight: 600; letter-spacing: -.01em; }
p { margin: 0; color: var(--text-soft); text-wrap: pretty; }

"""###,
"notice/notice.js": ###"""
// @ts-check
import { tellParent } from "../shared/message.js";

const purpose = location.pathname.includes("/view/live/") ? "live" : "recording";
tellParent({ type: `bctrl:${purpose}-status`, status: document.documentElement.dataset.status });

"""###,
    ]
}
