// Made by scripts/generate-docs from docs/decisions/0002-an-event-is-rendered-once.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageDecisions0002AnEventIsRenderedOnce = DocumentationPage(
path: "decisions/0002-an-event-is-rendered-once", title: ###"""
2. An event is rendered once
"""###, label: ###"""
An event is rendered once
"""###, summary: ###"""
why the wire's bytes are stored
"""###,
markdown: ###"""
# 2. An event is rendered once

An event's wire JSON is made when it gets its number, stored as bytes, and copied into pages and streams. Filters use an index over the event's kind
(type, status, page, context), never the JSON. What follows: a page of 100 events costs a read and a copy; the wire form of stored events cannot
change without a migration; additions go into `data`.
"""###,
html: ###"""
<h1 id="2-an-event-is-rendered-once">2. An event is rendered once</h1>
<p>An event's wire JSON is made when it gets its number, stored as bytes, and copied into pages and streams. Filters use an index over the event's kind
(type, status, page, context), never the JSON. What follows: a page of 100 events costs a read and a copy; the wire form of stored events cannot
change without a migration; additions go into <code>data</code>.</p>
"""###
)
}
