import API
import JSON
import Model
import Testing

@Suite struct SmallRequestTests {
    @Test(arguments: [
        ("{}", Duration.seconds(30)), (#"{"timeoutSeconds":0.25}"#, .milliseconds(250)),
        (#"{"timeoutMs":1500}"#, .milliseconds(1500)),
        (#"{"timeoutSeconds":2,"timeoutMs":9}"#, .seconds(2)), (#"{"timeoutSeconds":1e300}"#, .seconds(60)),
    ]) func `a wait lasts 30 seconds, or what is asked for up to 60`(body: String, timeout: Duration) throws {
        #expect(try WaitRequest(reader(body)).timeout == timeout)
    }

    @Test(arguments: [#"{"timeoutMs":"soon"}"#, #"{"timeoutSeconds":-1}"#, #"{"timeoutSeconds":null}"#])
    func `other waits are refused`(body: String) {
        #expect(throws: APIError.self) { _ = try WaitRequest(reader(body)) }
    }

    @Test(arguments: [
        ("2026-05-16T00:00:00.000Z", "2026-05-16T00:00:00.000Z"),
        ("2026-05-16t02:00:00.5+02:00", "2026-05-16T00:00:00.500Z"),
        ("2024-02-29T23:59:59Z", "2024-02-29T23:59:59.000Z"),
        ("1969-12-31T23:59:59.9999-00:30", "1970-01-01T00:29:59.999Z"),
        ("2000-01-01 00:00:00Z", "2000-01-01T00:00:00.000Z"), ("0000-03-01T00:00:00Z", "0000-03-01T00:00:00.000Z"),
    ]) func `date-times of RFC 3339 are read`(text: String, time: String) {
        #expect(Timestamp(rfc3339: text)?.description == time)
    }

    @Test(arguments: [
        "", "tomorrow", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-01T24:00:00Z",
        "2026-01-01T00:00:00", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00ZZ", "2026-01-01",
        "2026-01-01T00:00:00+1:00",
    ]) func `other texts are no date-times`(text: String) { #expect(Timestamp(rfc3339: text) == nil) }

    @Test func `a key may expire in the future only`() throws {
        let now = Timestamp(milliseconds: 1_000_000_000_000)
        #expect(try APIKeyCreateRequest(reader(#"{"expiresAt":null,"scopes":["*"]}"#), now: now).expiresAt == nil)
        let future = try APIKeyCreateRequest(reader(#"{"expiresAt":"2030-01-01T00:00:00Z"}"#), now: now)
        #expect(future.expiresAt?.description == "2030-01-01T00:00:00.000Z")
        for body in [#"{"expiresAt":"2001-01-01T00:00:00Z"}"#, #"{"expiresAt":"tomorrow"}"#, #"{"scopes":["read"]}"#] {
            #expect(throws: APIError.self) { _ = try APIKeyCreateRequest(reader(body), now: now) }
        }
        let error = #expect(throws: APIError.self) { _ = try APIKeyCreateRequest(reader(#"{"subaccountId":"s"}"#)) }
        #expect(error?.code == .subaccountNotFound)
    }

    @Test func `a lease lasts an hour, or what is asked for up to a day`() throws {
        #expect(try LeaseRequest(reader("{}")).lifetimeSeconds == 3600)
        #expect(try LeaseRequest(reader(#"{"expiresInSeconds":86400}"#)).lifetimeSeconds == 86_400)
        for seconds in [0, 86_401] {
            #expect(throws: APIError.self) { _ = try LeaseRequest(reader(#"{"expiresInSeconds":\#(seconds)}"#)) }
        }
    }

    @Test func `an idempotency key has 1 to 200 characters`() throws {
        #expect(try IdempotencyKey(String(repeating: "k", count: 200)).text.count == 200)
        for text in ["", String(repeating: "k", count: 201)] {
            #expect(throws: APIError.self) { _ = try IdempotencyKey(text) }
        }
    }

    @Test func `a target opens in front unless asked otherwise`() throws {
        #expect(
            try TargetCreateRequest(reader("{}"))
                == TargetCreateRequest(reader(#"{"activate":true,"type":"browser_page"}"#))
        )
        #expect(try TargetCreateRequest(reader(#"{"uri":"about:blank","activate":false}"#)).activate == false)
    }

    private func reader(_ body: String) throws -> ObjectReader { try BodyReader.object(Array(body.utf8)) }
}
