/// A session of ours with one target.
struct TargetSession: Sendable {
    /// The kinds of targets (CDP `Target.TargetInfo.type`) that are recorded each in its way.
    enum Kind: Sendable {
        case page
        case frame
        case worker

        init?(_ type: String) {
            switch type {
            case "page": self = .page
            case "iframe": self = .frame
            case "worker", "shared_worker", "service_worker", "worklet", "auction_worklet", "shared_storage_worklet":
                self = .worker
            default: return nil
            }
        }
    }

    let targetID: String
    let kind: Kind
    let place: Place
    /// The session that it was attached in; nil for the browser's own.
    let parent: String?
    /// A popup that its opener can reach, so that both may share a process.
    let hasOpener: Bool
}
