import API
import JSON
import Testing

@Suite struct SpaceRequestTests {
    @Test func `absent members stay, null ones go, objects merge`() throws {
        let environment: JSONObject = [
            "storage": ["namespace": "n"], "vault": ["allow": ["a"], "deny": ["d"]],
            "ai": ["credentialIds": ["c"], "defaults": ["stagehand": ["model": "m", "temperature": 1]]],
        ]
        let changed = try patch(
            #"{"storage":null,"vault":{"allow":["b"]},"ai":{"credentialIds":null,"defaults":{"stagehand":{"model":"k"}}}}"#,
            environment
        )
        #expect(
            changed == [
                "vault": ["allow": ["b"], "deny": ["d"]], "ai": ["defaults": ["stagehand": ["model": "k"]]],
            ]
        )
    }

    @Test func `unknown members are not stored`() throws {
        #expect(
            try patch(#"{"other":1,"vault":{"x":1,"allowRawReads":true}}"#, [:]) == ["vault": ["allowRawReads": true]]
        )
    }

    @Test(arguments: [
        (#"{"storage":{}}"#, "storage.namespace"), (#"{"storage":{"namespace":null}}"#, "storage.namespace"),
        (#"{"vault":{"allow":[1]}}"#, "vault.allow[0]"), (#"{"vault":[]}"#, "vault"),
        (#"{"ai":{"defaults":{"browserUse":{}}}}"#, "ai.defaults.browserUse.model"),
        (
            #"{"ai":{"defaults":{"stagehand":{"model":"m","auth":{"apiKey":"k"}}}}}"#,
            "ai.defaults.stagehand.auth.apiKey"
        ),
    ]) func `a wrong member is named by its path`(body: String, field: String) {
        let error = #expect(throws: APIError.self) { _ = try patch(body, [:]) }
        #expect(error?.details["field"] == .string(field))
    }

    @Test func `an environment has a limit`() {
        let texts = Array(repeating: String(repeating: "x", count: 255), count: 300)
        let body: JSON = ["vault": ["allow": .array(texts.map(JSON.string))]]
        #expect(throws: APIError.self) { _ = try patch(body.text, [:]) }
    }

    @Test func `a create has nothing to remove`() {
        #expect(throws: APIError.self) {
            _ = try SpaceCreateRequest(BodyReader.object(Array(#"{"environment":{"storage":null}}"#.utf8)))
        }
    }

    private func patch(_ body: String, _ environment: JSONObject) throws -> JSONObject {
        try EnvironmentPatch(BodyReader.object(Array(body.utf8))).applied(to: environment)
    }
}
