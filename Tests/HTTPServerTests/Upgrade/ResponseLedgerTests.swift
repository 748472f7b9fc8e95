import Testing

@testable import HTTPServer

@Suite struct ResponseLedgerTests {
    @Test func `a refusal before any request is answered at once`() {
        var ledger = ResponseLedger()
        #expect(ledger.refuse() == .answer)
    }

    @Test func `a refusal takes the place of the request that is being read`() {
        var ledger = ResponseLedger()
        ledger.requestBegan(isLast: false)
        #expect(ledger.refuse() == .answer)
    }

    @Test func `a refusal waits for whole requests before it`() {
        var ledger = ResponseLedger()
        ledger.requestBegan(isLast: false)
        ledger.requestEnded()
        #expect(ledger.refuse() == .wait)
        #expect(ledger.responseBegan() == false)
        #expect(ledger.responseEnded() == .answer)
    }

    @Test func `a response that has begun cannot be replaced`() {
        var ledger = ResponseLedger()
        ledger.requestBegan(isLast: false)
        _ = ledger.responseBegan()
        #expect(ledger.refuse() == .close)
    }

    @Test func `a request that was answered before its end is not answered twice`() {
        var ledger = ResponseLedger()
        ledger.requestBegan(isLast: false)
        _ = ledger.responseBegan()
        #expect(ledger.responseEnded() == nil)
        #expect(ledger.refuse() == .close)
    }

    @Test func `the last request's response closes the connection`() {
        var ledger = ResponseLedger()
        ledger.requestBegan(isLast: true)
        ledger.requestEnded()
        #expect(ledger.responseBegan() == true)
        #expect(ledger.responseEnded() == .close)
    }
}
