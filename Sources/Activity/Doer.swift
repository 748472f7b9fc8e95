/// Somebody who drives the browser by commands.
public enum Doer: Sendable, Hashable {
    /// An agent, by one of its CDP clients. The number is unique in the process.
    case agent(client: Int)
    /// A person at a live view. The number tells viewers of the run apart.
    case person(viewer: Int)

    var actor: Step.Actor {
        switch self {
        case .agent: .agent
        case .person: .person
        }
    }
}
