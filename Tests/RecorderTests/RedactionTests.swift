import JSON
import Recorder
import Testing

struct RedactionTests {
    let redaction = Redaction(secrets: ["vault-value-1", "abc"])

    @Test(arguments: [
        ("https://a.test/p?token=s3cr3t&x=1", "https://a.test/p?token=REDACTED&x=1"),
        ("https://a.test/p?x=%20+&TOKEN=s%20s#top", "https://a.test/p?x=%20+&TOKEN=REDACTED#top"),
        ("https://a.test/#access_token=s3cr3t&state=1", "https://a.test/#access_token=REDACTED&state=1"),
        ("https://a.test/#/route?api_key=s3cr3t", "https://a.test/#/route?api_key=REDACTED"),
        ("https://a.test/?access%5Ftoken=s3cr3t", "https://a.test/?access%5Ftoken=REDACTED"),
        ("https://a.test/p;jsessionid=A1B2?x=1", "https://a.test/p;jsessionid=REDACTED"),
        ("https://u:p%40ss@a.test/p", "https://REDACTED@a.test/p"),
        ("https://u:p@ss@a.test:8443/p@q", "https://REDACTED@a.test:8443/p@q"),
        (
            "wss://h:1/cdp/01890a5d-ac96-774b-bcce-b302099a8057/tok_EN-1/json",
            "wss://h:1/cdp/01890a5d-ac96-774b-bcce-b302099a8057/REDACTED/json"
        ),
        ("https://a.test/vault-value-1/x", "https://a.test/REDACTED/x"),
        ("https://a.test/?q=vault-value-1&token=vault-value-1", "https://a.test/?q=REDACTED&token=REDACTED"),
        ("?token=a b\"c&x=1", "?token=REDACTED&x=1"),
    ])
    func `secrets in a URL are replaced and nothing else`(url: String, expected: String) {
        #expect(redaction.url(url) == expected)
    }

    @Test(arguments: [
        "https://a.test/p", "https://a.test/p?x=1&tokens=2&mytoken=3&token", "https://a.test/?token=",
        "https://a.test/a@b?c@d",
        "", "?", "#", "&=", "://", "://@", "a://", "/cdp/", "/cdp/x/y", "?%=1", "?%zz=1", "?token%",
        "data:text/html,<p>?q=1",
        "https://[::1]:80/?ü=ö", "abc", ":", ":/", "/c", "B", "Bearer", "Bearer ", "basic",
    ])
    func `text without secrets stays as it is`(text: String) {
        #expect(redaction.url(text) == text)
        #expect(redaction.text(text) == text)
    }

    @Test(arguments: [
        ("Authorization: Bearer eyJhbGciOi.J9.x-y", "Authorization: Bearer REDACTED"),
        ("'bearer  abcdefgh1'", "'bearer  REDACTED'"),
        ("Basic dXNlcjpwYXNz, again Basic dXNlcjpwYXNz", "Basic REDACTED, again Basic REDACTED"),
        (
            "GET https://a.test/?key=k1 401 (see https://u:p@b.test)",
            "GET https://a.test/?key=REDACTED 401 (see https://REDACTED@b.test)"
        ),
        (#"{"url":"https://a.test/?sig=z9"}"#, #"{"url":"https://a.test/?sig=REDACTED"}"#),
        ("Basic authentication failed for me@a.test", "Basic authentication failed for me@a.test"),
        ("Bearer token missing", "Bearer token missing"), ("forbearer ABCDEFGH12", "forbearer ABCDEFGH12"),
        ("x vault-value-1vault-value-1 y", "x REDACTEDREDACTED y"),
    ])
    func `secrets in free text are replaced and nothing else`(text: String, expected: String) {
        #expect(redaction.text(text) == expected)
    }

    @Test func `headers on the list lose their values, others only the secrets in them`() {
        let headers: JSONObject = [
            "Authorization": "x", "SET-COOKIE": "a=b\nc=d", "Referer": "https://a.test/?token=t", "Accept": "*/*",
            "Odd": 1,
        ]
        let expected: JSONObject = [
            "Authorization": "REDACTED", "SET-COOKIE": "REDACTED", "Referer": "https://a.test/?token=REDACTED",
            "Accept": "*/*", "Odd": "REDACTED",
        ]
        #expect(redaction.headers(headers) == expected)
        #expect(redaction.headers(headers).members.map(\.name) == headers.members.map(\.name))
    }

    @Test func `lists are configurable and ignore case`() {
        let own = Redaction(headers: ["X-Mine"], parameters: ["Ticket"])
        #expect(own.header("x-mine", "v") == "REDACTED")
        #expect(own.header("cookie", "v") == "v")
        #expect(own.url("/?ticket=1&token=2") == "/?ticket=REDACTED&token=2")
    }

    @Test func `every start and every byte of a text full of marks can be read without a trap`() {
        let text = Array("?a=&#;token=%2:://@/cdp/01890a5d-ac96-774b-bcce-b302099a8057/tBearer  basic \u{0}é".utf8)
        for start in text.indices {
            for end in start...text.count {
                let part = String(decoding: text[start..<end], as: UTF8.self)
                _ = (redaction.url(part), redaction.text(part))
            }
        }
    }
}
