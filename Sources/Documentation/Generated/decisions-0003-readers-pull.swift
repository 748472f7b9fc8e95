// Made by scripts/generate-docs from docs/decisions/0003-readers-pull.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageDecisions0003ReadersPull = DocumentationPage(
path: "decisions/0003-readers-pull", title: ###"""
3. Readers pull
"""###, label: ###"""
Readers pull
"""###, summary: ###"""
why a slow reader costs nothing
"""###,
markdown: ###"""
# 3. Readers pull

A stream holds a cursor, not a queue. It is woken by the hub after a commit, reads on from the hub's ring of recent events or from the store, and
writes. A slow reader costs a number; nothing that a reader sees can be taken back by a crash; resuming and following are the same code.
The price is a wake-up per commit and reader.
"""###,
html: ###"""
<h1 id="3-readers-pull">3. Readers pull</h1>
<p>A stream holds a cursor, not a queue. It is woken by the hub after a commit, reads on from the hub's ring of recent events or from the store, and
writes. A slow reader costs a number; nothing that a reader sees can be taken back by a crash; resuming and following are the same code.
The price is a wake-up per commit and reader.</p>
"""###
)
}
