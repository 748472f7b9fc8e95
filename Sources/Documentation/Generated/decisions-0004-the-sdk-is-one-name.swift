// Made by scripts/generate-docs from docs/decisions/0004-the-sdk-is-one-name.md. Edit that.
// swift-format-ignore-file

extension DocumentationPage {
    static let pageDecisions0004TheSdkIsOneName = DocumentationPage(
path: "decisions/0004-the-sdk-is-one-name", title: ###"""
4. The SDK is one name
"""###, label: ###"""
The SDK is one name
"""###, summary: ###"""
why every type of the SDK is a member of one
"""###,
markdown: ###"""
# 4. The SDK is one name

`import Martlet; let martlet = Martlet()` is how a first program should begin, so the module has the name of its main type. Swift then cannot qualify names by the
module. All other types are therefore members of the type (`Martlet.Run`, `Martlet.Event`): qualification comes back by another way, words as common as `File` or
`Event` collide with nobody's, and only `MartletError`, which stands in every `catch`, is outside.

JSON values of free-form members come from the server's own `JSON` room, which the module exports: one parser, exact numbers, order kept, no second type that would have to be
converted. `SSE` stays inside. Nothing else of the server is imported.

HTTP is async-http-client: TLS, pools, cancellation and back-pressure are its work, not ours. The price is nio-ssl and nio-http2: about three and a half minutes more for a
first debug build on two busy cores, 40 MB more in the debug binary with its symbols.
"""###,
html: ###"""
<h1 id="4-the-sdk-is-one-name">4. The SDK is one name</h1>
<p><code>import Martlet; let martlet = Martlet()</code> is how a first program should begin, so the module has the name of its main type. Swift then cannot qualify names by the
module. All other types are therefore members of the type (<code>Martlet.Run</code>, <code>Martlet.Event</code>): qualification comes back by another way, words as common as <code>File</code> or
<code>Event</code> collide with nobody's, and only <code>MartletError</code>, which stands in every <code>catch</code>, is outside.</p>
<p>JSON values of free-form members come from the server's own <code>JSON</code> room, which the module exports: one parser, exact numbers, order kept, no second type that would have to be
converted. <code>SSE</code> stays inside. Nothing else of the server is imported.</p>
<p>HTTP is async-http-client: TLS, pools, cancellation and back-pressure are its work, not ours. The price is nio-ssl and nio-http2: about three and a half minutes more for a
first debug build on two busy cores, 40 MB more in the debug binary with its symbols.</p>
"""###
)
}
