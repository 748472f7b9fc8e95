import Testing

@testable import Martlet

struct RetryTests {
    private let get = Request(method: .get, path: "/")
    private let post = Request(method: .post, path: "/")

    @Test func `reads, and changes with a key, are repeated; other changes run once`() {
        var keyed = post
        keyed.idempotencyKey = "k"
        let busy = MartletError(.server, "", status: 503)
        #expect(Retry.pause(after: busy, 0, get) == .milliseconds(250))
        #expect(Retry.pause(after: busy, 1, keyed) == .milliseconds(500))
        var idempotent = post
        idempotent.isIdempotent = true
        #expect(Retry.pause(after: busy, 0, idempotent) == .milliseconds(250))
        #expect(Retry.pause(after: busy, 0, post) == nil)
        #expect(Retry.pause(after: MartletError(.connectionLost, ""), 0, post) == nil)
        #expect(Retry.pause(after: MartletError(.unreachable, ""), 0, post) != nil, "nothing was sent")
    }

    @Test(arguments: [(400, false), (401, false), (404, false), (408, true), (409, false), (429, true), (500, true)])
    func `only what may pass is repeated`(status: Int, isRepeated: Bool) {
        let error = MartletError(.init(status: status), "", status: status)
        #expect((Retry.pause(after: error, 0, get) != nil) == isRepeated)
    }

    @Test func `the server's wish goes first, up to a minute`() {
        #expect(
            Retry.pause(after: MartletError(.rateLimited, "", status: 429, retryAfter: .seconds(7)), 0, get)
                == .seconds(7)
        )
        #expect(
            Retry.pause(after: MartletError(.rateLimited, "", status: 429, retryAfter: .seconds(61)), 0, get) == nil
        )
    }

    @Test func `pauses grow to two seconds`() {
        #expect((0...5).map(Retry.backoff) == [250, 500, 1000, 2000, 2000, 2000].map { .milliseconds($0) })
    }
}
