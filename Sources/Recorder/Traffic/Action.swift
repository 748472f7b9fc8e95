import JSON
import Model

/// What the state machine wants done. The run recorder carries actions out in their order.
enum Action: Sendable, Equatable {
    /// To be stored.
    case event(EventDraft)
    /// For the activity.
    case step(StepSource)
    /// To be sent to the browser, without waiting for the answer.
    case send(method: String, params: JSONObject, session: String?)
    /// To come back as ``TrafficReader/dialogTimedOut(_:into:)`` after the dialog timeout.
    case watchDialog(DialogID)
    /// To come back as ``TrafficReader/flushLateEnds(at:into:)`` after a short while.
    case flushLater
    /// To be kept as a file; its event comes after that.
    case keep(FinishedDownload)
    /// To be put into a client's folder when it has ended.
    case expectDownload(NamedDownload)
    case endDownload(String, isWhole: Bool)

    static func send(_ method: String, _ params: JSONObject = [:], in session: String?) -> Action {
        .send(method: method, params: params, session: session)
    }
}
