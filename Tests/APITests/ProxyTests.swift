import API
import JSON
import Model
import Testing

@Suite struct ProxyTests {
    @Test(arguments: [
        (#""http://proxy.example:3128""#, ProxyServer(scheme: .http, host: "proxy.example", port: 3128)),
        (#""HTTP://proxy.example/""#, ProxyServer(scheme: .http, host: "proxy.example", port: 80)),
        (#""socks5://[::1]:9050""#, ProxyServer(scheme: .socks5, host: "::1", port: 9050)),
        (#""http://u:p%40%3Aq@h:1""#, ProxyServer(scheme: .http, host: "h", port: 1, username: "u", password: "p@:q")),
        (
            #"{"url":"http://h:1","username":"u","password":"p"}"#,
            ProxyServer(scheme: .http, host: "h", port: 1, username: "u", password: "p")
        ),
        (
            #"{"type":"custom","protocol":"socks5","host":"h","port":1080,"dnsResolution":"proxy"}"#,
            ProxyServer(scheme: .socks5, host: "h", port: 1080, dnsResolution: .proxy)
        ),
    ]) func `a custom proxy may be written in several ways`(json: String, proxy: ProxyServer) throws {
        #expect(try read(json) == proxy)
    }

    @Test func `null is no proxy`() throws { #expect(try read("null") == nil) }

    @Test(arguments: [
        #""prx_saved""#, #""ftp://h:1""#, #""https://h:1""#, #""http://""#, #""http://h:0""#, #""http://h:99999""#,
        #""http://h:1/path""#, #""socks5://u:p@h:1""#, #""http://:p@h:1""#, #""http://a b:1""#,
        #"{"mode":"saved","id":"x"}"#, #"{"id":"x"}"#, #"{"type":"managed-rotating","pool":"pool1"}"#, "{}",
        #"{"protocol":"socks5","host":"h","port":1,"username":"u"}"#, #"{"protocol":"http","host":"h/x","port":1}"#,
    ]) func `other proxies are refused as such`(json: String) {
        let error = #expect(throws: APIError.self) { _ = try read(json) }
        #expect(error?.code == .proxyInvalid)
    }

    @Test func `a password appears in no answer and no message`() throws {
        let config = RuntimeConfig(
            proxy: ProxyServer(scheme: .http, host: "h", port: 1, username: "u", password: "hush")
        )
        let runtime = Runtime(spaceID: SpaceID(), name: "n", config: config)
        let response = runtime.response()
        #expect(!response.text.contains("hush"))
        #expect(response["config"]?["proxy"]?["hasPassword"] == true)
        let error = #expect(throws: APIError.self) { _ = try read(#""http://u:hush@h:x""#) }
        #expect(error?.message.contains("hush") == false)
    }

    private func read(_ json: String) throws -> ProxyServer? {
        let body = #"{"config":{"proxy":\#(json)}}"#
        return try RuntimeCreateRequest(BodyReader.object(Array(body.utf8))).config.proxy
    }
}
