import Model

/// Tells a page that is still from a browser that hangs: neither gives pictures. A state machine without I/O, asked every few seconds.
struct Pulse: Sendable {
    enum Beat: Sendable, Equatable {
        /// Ask the browser something; its answer is traffic, which the next beat sees.
        case ask
        case alive
        /// It answers again.
        case recovered
        /// It has not answered since then.
        case hung(since: Timestamp)
        /// It still does not.
        case stillHung
    }

    static let pause: Duration = .milliseconds(2500)

    private(set) var isHung = false
    private var traffic = 0
    private var askedAt: Timestamp?

    /// - Parameter traffic: how much the browser has said so far; any number that rises with it.
    mutating func beat(traffic: Int, at now: Timestamp) -> Beat {
        guard traffic == self.traffic else {
            self.traffic = traffic
            askedAt = nil
            defer { isHung = false }
            return isHung ? .recovered : .alive
        }
        guard let askedAt else {
            self.askedAt = now
            return .ask
        }
        defer { isHung = true }
        return isHung ? .stillHung : .hung(since: askedAt)
    }
}
