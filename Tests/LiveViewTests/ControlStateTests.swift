import Model
import Testing

@testable import LiveView

@Suite struct ControlStateTests {
    @Test func `only who gives control back is said to`() {
        let kept: [LiveRun.ReleaseReason] = [.released, .done]
        for reason in kept { #expect(reason.sentence(of: "Ada") == "Ada gave control back to the agent") }
        let lost: [LiveRun.ReleaseReason] = [.left, .expired, .revoked]
        for reason in lost {
            #expect(reason.sentence(of: "Ada").hasPrefix("Ada lost control to the agent: the live view "))
        }
    }

    private let ann = ControlState.Person(lease: LeaseID(), name: "Ann", agentInput: .hold)
    private let ben = ControlState.Person(lease: LeaseID(), name: "Ben", agentInput: .refuse)
    private let now = Timestamp(milliseconds: 1)

    @Test func `the agent drives first`() {
        let state = ControlState()
        #expect(state.holder == nil)
        #expect(state.epoch == 0)
    }

    @Test func `input takes control from the agent and begins an epoch`() {
        var state = ControlState()
        let step1 = state.admit(ann, epoch: 0, at: now)
        #expect(step1 == .taken)
        #expect(state.holder == ann)
        #expect(state.epoch == 1)
        let step2 = state.admit(ann, epoch: 1, at: now)
        #expect(step2 == .allowed)
        let step3 = state.admit(ann, epoch: nil, at: now)
        #expect(step3 == .allowed)
    }

    @Test func `input while another person drives is refused until it is taken over`() {
        var state = ControlState()
        let step4 = state.take(ann, at: now)
        #expect(step4)
        let step5 = state.admit(ben, epoch: 1, at: now)
        #expect(step5 == .held)
        let step6 = state.take(ben, at: now)
        #expect(step6)
        #expect(state.epoch == 2)
        let step7 = state.admit(ann, epoch: 1, at: now)
        #expect(step7 == .held)
    }

    @Test func `a stale holder can do nothing, also after control went back to the agent`() {
        var state = ControlState()
        _ = state.take(ann, at: now)
        let step8 = state.release(ann.lease, at: now)
        #expect(step8)
        #expect(state.epoch == 2)
        let step9 = state.admit(ann, epoch: 1, at: now)
        #expect(step9 == .stale)
        #expect(state.holder == nil)
    }

    @Test func `a message of an earlier epoch of one's own is stale too`() {
        var state = ControlState()
        _ = state.take(ann, at: now)
        _ = state.release(ann.lease, at: now)
        _ = state.take(ann, at: now)
        let step10 = state.admit(ann, epoch: 1, at: now)
        #expect(step10 == .stale)
        let step11 = state.admit(ann, epoch: 3, at: now)
        #expect(step11 == .allowed)
    }

    @Test func `only the holder can release, and taking twice changes nothing`() {
        var state = ControlState()
        _ = state.take(ann, at: now)
        let step12 = state.release(ben.lease, at: now)
        #expect(!step12)
        let step13 = state.take(ann, at: now)
        #expect(!step13)
        #expect(state.epoch == 1)
    }

    @Test(arguments: [
        (#"{"type":"mouse","action":"move","x":1,"y":1}"#, false),
        (#"{"type":"mouse","action":"down","x":1,"y":1,"button":"left"}"#, true),
        (#"{"type":"mouse","action":"up","x":1,"y":1,"button":"left"}"#, false),
        (#"{"type":"key","action":"up","key":"a"}"#, false),
        (#"{"type":"key","action":"down","key":"a"}"#, true), (#"{"type":"copy"}"#, false),
        (#"{"type":"wheel","x":1,"y":1}"#, true),
    ])
    func `hovering, letting go and copying take no control`(_ text: String, _ takes: Bool) throws {
        guard case .input(let input, _) = try ViewerMessage.read(text).message.get() else {
            Issue.record("no input")
            return
        }
        #expect(input.mayTakeControl == takes)
    }
}
