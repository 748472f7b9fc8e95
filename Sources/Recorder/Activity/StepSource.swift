import Activity
import Model

/// What the recorder tells the activity, in the order in which it was read.
enum StepSource: Sendable, Equatable {
    case event(EventDraft, number: Int64)
    case report(PageReport, page: String, frame: String)
    /// A page, or a frame of one in a process of its own, has come.
    case attached(target: String, page: String?, context: String?)
    case closed(page: String)
}
