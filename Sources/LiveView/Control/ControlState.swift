public import Model

/// Who drives the browser of a run: its agent, or a person at a live view. A pure state machine.
///
/// Each change of the holder begins a new epoch. Whoever acts for an epoch that is over is refused, so that a message on its way when control
/// changed hands does nothing.
public struct ControlState: Sendable, Equatable {
    /// A person, as far as a lease tells who that is: all viewers of one lease are one person.
    public struct Person: Sendable, Equatable {
        public let lease: LeaseID
        public let name: String?
        /// What becomes of the agent's input meanwhile.
        public let agentInput: Lease.AgentInput

        public init(lease: LeaseID, name: String?, agentInput: Lease.AgentInput) {
            self.lease = lease
            self.name = name
            self.agentInput = agentInput
        }
    }

    /// Whether somebody may act.
    public enum Admission: Sendable, Equatable {
        case allowed
        /// The agent held control: it was taken by acting.
        case taken
        /// The epoch is over.
        case stale
        /// Another person holds control.
        case held
    }

    /// Nil: the agent.
    public private(set) var holder: Person?
    /// From 0, rising with each change of the holder.
    public private(set) var epoch = 0
    /// When the epoch began; nil in the first.
    public private(set) var since: Timestamp?

    public init() {}

    public func isHeld(by lease: LeaseID) -> Bool { holder?.lease == lease }

    /// Takes control, from the agent or from another person. False when the person has it already.
    public mutating func take(_ person: Person, at now: Timestamp) -> Bool {
        guard !isHeld(by: person.lease) else { return false }
        begin(person, now)
        return true
    }

    /// Admits input of a person who believes to be in an epoch; nil stands for the one that is.
    public mutating func admit(_ person: Person, epoch claimed: Int?, at now: Timestamp) -> Admission {
        if let holder, holder.lease != person.lease { return .held }
        guard claimed ?? epoch == epoch else { return .stale }
        guard holder == nil else { return .allowed }
        begin(person, now)
        return .taken
    }

    /// Gives control back to the agent. False when the lease did not hold it.
    public mutating func release(_ lease: LeaseID, at now: Timestamp) -> Bool {
        guard isHeld(by: lease) else { return false }
        begin(nil, now)
        return true
    }

    private mutating func begin(_ person: Person?, _ now: Timestamp) {
        holder = person
        epoch += 1
        since = now
    }
}
