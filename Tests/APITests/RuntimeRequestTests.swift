import API
import JSON
import Model
import Testing

@Suite struct RuntimeRequestTests {
    @Test func `an empty body takes all defaults`() throws {
        let request = try RuntimeCreateRequest(BodyReader.object([]))
        #expect(request.name == nil && request.metadata == nil && request.space == .defaultSpace)
        #expect(request.config == RuntimeConfig())
    }

    @Test func `all members are read`() throws {
        let request = try create(
            """
            {"name":"n","type":"browser","spaceId":"default","metadata":{"a":[1]},"idleTimeoutSeconds":70,
             "config":{"profile":true,"idleTimeoutSeconds":60,"stealth":"best","autoUpgrade":false,"extensionIds":["e"],
             "fingerprint":{"browser":"chrome","os":"windows","viewport":{"width":800,"height":600}},
             "networkTraffic":{"saver":"light","blockAds":true,"blockResourceTypes":["font","font"],"urlBlocklist":["*x*"]}}}
            """
        )
        #expect(request.config.profile && request.config.idleTimeoutSeconds == 70)
        #expect(request.config.viewport == Viewport(width: 800, height: 600))
        #expect(request.config.stealth == .best && request.config.autoUpgrade == false)
        #expect(request.config.networkTraffic.blockResourceTypes == [.font])
        #expect(request.config.networkTraffic.urlBlocklist == ["*x*"])
        #expect(request.metadata == ["a": [1]])
    }

    @Test(arguments: ["medium", "high", "ultra"]) func `older names of stealth mean best`(name: String) throws {
        #expect(try create(#"{"config":{"stealth":"\#(name)"}}"#).config.stealth == .best)
    }

    @Test func `minutes are an alias of seconds, which win`() throws {
        #expect(try create(#"{"config":{"idleTimeoutMinutes":2}}"#).config.idleTimeoutSeconds == 120)
        let both = #"{"idleTimeoutMinutes":2,"idleTimeoutSeconds":5}"#
        #expect(try create(both).config.idleTimeoutSeconds == 5)
    }

    @Test(arguments: [
        (#"{"name":""}"#, "name"), (#"{"name":"a\u0000"}"#, "name"), (#"{"name":null}"#, "name"),
        (#"{"name":7}"#, "name"),
        (#"{"type":"desktop"}"#, "type"), (#"{"spaceId":"x"}"#, "spaceId"), (#"{"metadata":[]}"#, "metadata"),
        (#"{"config":null}"#, "config"), (#"{"config":{"profile":"yes"}}"#, "config.profile"),
        (#"{"config":{"idleTimeoutSeconds":0}}"#, "config.idleTimeoutSeconds"),
        (#"{"idleTimeoutSeconds":86401}"#, "idleTimeoutSeconds"),
        (#"{"idleTimeoutSeconds":1.5}"#, "idleTimeoutSeconds"),
        (#"{"idleTimeoutSeconds":1e300}"#, "idleTimeoutSeconds"),
        (#"{"idleTimeoutMinutes":9e18}"#, "idleTimeoutMinutes"),
        (#"{"config":{"stealth":"no"}}"#, "config.stealth"),
        (#"{"config":{"fingerprint":{"browser":"netscape"}}}"#, "config.fingerprint.browser"),
        (#"{"config":{"fingerprint":{"viewport":{"height":600}}}}"#, "config.fingerprint.viewport.width"),
        (#"{"config":{"fingerprint":{"viewport":{"width":199,"height":600}}}}"#, "config.fingerprint.viewport.width"),
        (#"{"config":{"networkTraffic":{"saver":"x"}}}"#, "config.networkTraffic.saver"),
        (
            #"{"config":{"networkTraffic":{"blockResourceTypes":["soul"]}}}"#,
            "config.networkTraffic.blockResourceTypes[0]"
        ),
        (#"{"config":{"networkTraffic":{"urlBlocklist":["a",1]}}}"#, "config.networkTraffic.urlBlocklist[1]"),
    ]) func `a wrong member is named by its path`(body: String, field: String) {
        let error = #expect(throws: APIError.self) { _ = try create(body) }
        #expect(error?.code == .requestInvalid && error?.details["field"] == .string(field))
        #expect(error?.message.contains(field) == true)
    }

    @Test func `metadata has a limit`() throws {
        let text = String(repeating: "x", count: RuntimeCreateRequest.maximumMetadataBytes)
        #expect(throws: APIError.self) { _ = try create(#"{"metadata":{"a":"\#(text)"}}"#) }
        #expect(try create(#"{"metadata":{"a":"\#(text.dropLast(8))"}}"#).metadata != nil)
    }

    @Test func `a patch changes only what it has, member by member`() throws {
        var config = try create(#"{"config":{"profile":true,"proxy":"http://p:1","networkTraffic":{"blockAds":true}}}"#)
            .config
        let body = #"{"config":{"networkTraffic":{"saver":"high"},"proxy":null}}"#
        try RuntimeUpdateRequest(BodyReader.object(Array(body.utf8))).config.apply(to: &config)
        #expect(config.profile && config.networkTraffic.blockAds && config.networkTraffic.saver == .high)
        #expect(config.proxy == nil)
    }

    private func create(_ body: String) throws -> RuntimeCreateRequest {
        try RuntimeCreateRequest(BodyReader.object(Array(body.utf8)))
    }
}
