/// Which requests of a connection are still to be answered, so that the gate's own last answer comes in its turn.
///
/// A pure state machine. HTTP/1.1 answers go out in the order of the requests (RFC 9112, section 9.3.2).
struct ResponseLedger: Equatable {
    enum Next: Equatable {
        /// Others are to be answered first.
        case wait
        /// Write the last answer now, in the place of the request that is being read or behind all others.
        case answer
        /// An answer in this place has begun or was given: only close.
        case close
    }

    /// Requests passed on and not yet answered in full.
    private(set) var open = 0
    /// Whether a request's body is still coming.
    private var isReading = false
    /// Whether the first of the open requests has had its response's head.
    private var isResponding = false
    /// Whether no request can follow the last one.
    private(set) var isLast = false
    private(set) var isRefusing = false

    mutating func requestBegan(isLast: Bool) {
        open += 1
        isReading = true
        self.isLast = self.isLast || isLast
    }

    mutating func requestEnded() { isReading = false }

    /// - Returns: Whether the connection closes after this response.
    mutating func responseBegan() -> Bool {
        isResponding = true
        return isLast && open == 1
    }

    /// - Returns: What to do when a refusal waits or the last response has gone; nil when the connection goes on.
    mutating func responseEnded() -> Next? {
        open = max(0, open - 1)
        isResponding = false
        if isRefusing { return next }
        return isLast && open == 0 ? .close : nil
    }

    /// Something came that only the gate can answer. Nothing that comes later is looked at.
    mutating func refuse() -> Next {
        isRefusing = true
        return next
    }

    private var next: Next {
        let openIsBeingRead = isReading && open > 0
        if open - (openIsBeingRead ? 1 : 0) > 0 { return .wait }
        return isResponding || (isReading && !openIsBeingRead) ? .close : .answer
    }
}
