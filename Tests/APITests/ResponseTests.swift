import API
import JSON
import Model
import Testing

@Suite struct ResponseTests {
    private let start = Timestamp(milliseconds: 1_000)

    @Test func `an active run has null where its end will be`() {
        let run = Run(runtimeID: RuntimeID(), runtimeName: "shop", spaceID: SpaceID(), startedAt: start, eventCount: 7)
        let body = run.response(now: Timestamp(milliseconds: 3_500))
        #expect(body["status"] == "active" && body["finishedAt"] == .null && body["durationSeconds"] == .null)
        #expect(body["failure"] == .null && body["runtimeType"] == "browser")
        #expect(body["counts"]?["events"] == 7)
        #expect(body["usage"]?["runtimeSeconds"] == 2.5 && body["usage"]?["billingStatus"] == "unavailable")
        #expect(run.summary["counts"] == nil && run.summary["runtimeName"] == "shop")
        #expect(run.waitResponse()["waitStatus"] == "timeout" && run.waitResponse()["retryAfterMs"] == 1000)
    }

    @Test func `a failed run says why`() {
        let run = Run(
            runtimeID: RuntimeID(),
            runtimeName: "shop",
            spaceID: SpaceID(),
            status: .failed,
            failure: RunFailure(code: .browserCrashed, message: "It fell."),
            startedAt: start,
            finishedAt: Timestamp(milliseconds: 2_250)
        )
        #expect(run.summary["durationSeconds"] == 1.25)
        #expect(run.summary["failure"] == ["code": "browser.crashed", "message": "It fell."])
        #expect(run.waitResponse()["waitStatus"] == "completed" && run.waitResponse()["retryAfterSeconds"] == nil)
        #expect(run.endedFrame["runId"] == .string(run.id.description) && run.endedFrame["status"] == "failed")
        #expect(run.usage()["billingStatus"] == "settled")
    }

    @Test func `whoami has exactly the contract's members`() {
        let key = APIKey(name: nil, prefix: "bctrl_abcd", hash: [])
        let body = key.whoami(defaultSpace: SpaceID()).objectValue
        let names = [
            "scope", "organizationId", "subaccountId", "defaultSpaceId", "email", "effectiveScope", "keyId", "plan",
        ]
        #expect(body?.members.map(\.name).sorted() == names.sorted())
        #expect(body?["effectiveScope"]?.objectValue?.members.map(\.name).sorted() == names.prefix(4).sorted())
    }

    @Test func `a summary has neither config nor metadata, a detail the address`() {
        let runtime = Runtime(spaceID: SpaceID(), name: "n")
        #expect(runtime.summary["config"] == nil && runtime.summary["activeRunId"] == .null)
        #expect(runtime.response()["connectUrl"] == nil && runtime.response()["metadata"] == .null)
        #expect(runtime.response(connectURL: "ws://x")["protocol"] == "cdp")
    }

    @Test func `a list copies the texts that it is given`() throws {
        let bytes = ListResponse.bytes([Array(#"{"a": 1}"#.utf8), Array("{}".utf8)], nextCursor: "c")
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"data":[{"a": 1},{}],"nextCursor":"c"}"#)
        #expect(
            String(decoding: ListResponse.bytes([], nextCursor: nil), as: UTF8.self)
                == #"{"data":[],"nextCursor":null}"#
        )
    }
}
