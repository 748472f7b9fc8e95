import API
import JSON
import Testing

@Suite struct ErrorTests {
    @Test(arguments: ErrorCode.allCases) func `a code's class is the one of its status`(code: ErrorCode) {
        #expect((400...503).contains(code.status))
        #expect(code.reasonClass == ReasonClass(status: code.status))
        #expect(code.rawValue.contains("."))
    }

    @Test func `the body has the contract's members`() {
        let error = APIError.invalid("config.profile", "must be true or false.")
        let body = error.body(requestID: "r")
        #expect(body["error"] == "`config.profile` must be true or false.")
        #expect(body["code"] == "request.invalid")
        #expect(body["reasonClass"] == "invalid_input")
        #expect(body["requestId"] == "r")
        #expect(body["details"]?["field"] == "config.profile")
        #expect(body["hint"] == nil)
    }

    @Test func `a code brings its hint unless another is given`() {
        #expect(APIError(.runtimeNotActive, "No.").hint == ErrorCode.runtimeNotActive.hint)
        #expect(APIError(.runtimeNotActive, "No.", hint: "Wait.").hint == "Wait.")
    }
}
