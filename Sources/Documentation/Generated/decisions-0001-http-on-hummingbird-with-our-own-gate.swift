// Made by scripts/generate-docs from docs/decisions/0001-http-on-hummingbird-with-our-own-gate.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageDecisions0001HttpOnHummingbirdWithOurOwnGate = DocumentationPage(
path: "decisions/0001-http-on-hummingbird-with-our-own-gate", title: ###"""
1. HTTP on Hummingbird, upgrades by a gate of our own
"""###, label: ###"""
HTTP on Hummingbird with our own gate
"""###, summary: ###"""
why upgrades have a gate of their own
"""###,
markdown: ###"""
# 1. HTTP on Hummingbird, upgrades by a gate of our own

REST, event streams and spliced WebSockets share one port. Hummingbird 2 routes; it has no WebSocket upgrade that hands over raw bytes, and
NIO's typed upgrader loses the head of a request that it refuses and swallows `Upgrade: h2c`. So one channel handler (`ConnectionGate`) decides
before the router: WebSocket requests below `/cdp` are checked and spliced or answered in full; everything else stays a plain
request. What follows: the limits on heads (431), slow heads (408) and late upgrades (426) are ours and tested.
"""###,
html: ###"""
<h1 id="1-http-on-hummingbird-upgrades-by-a-gate-of-our-own">1. HTTP on Hummingbird, upgrades by a gate of our own</h1>
<p>REST, event streams and spliced WebSockets share one port. Hummingbird 2 routes; it has no WebSocket upgrade that hands over raw bytes, and
NIO's typed upgrader loses the head of a request that it refuses and swallows <code>Upgrade: h2c</code>. So one channel handler (<code>ConnectionGate</code>) decides
before the router: WebSocket requests below <code>/cdp</code> are checked and spliced or answered in full; everything else stays a plain
request. What follows: the limits on heads (431), slow heads (408) and late upgrades (426) are ours and tested.</p>
"""###
)
}
