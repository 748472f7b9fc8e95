import JSON

/// Moves of the mouse and the wheel: one is under way, one of each waits, and what comes meanwhile is merged into that. A pure state machine.
///
/// A page that is slow gets fewer moves and always the last place; a wheel's turns add up.
struct MoveQueue: Sendable {
    struct Move: Sendable, Equatable {
        var params: JSONObject
        let session: String

        var isWheel: Bool { params["type"]?.stringValue == "mouseWheel" }

        mutating func merge(_ later: Move) {
            var params = later.params
            if isWheel {
                for name in ["deltaX", "deltaY"] {
                    let sum = (self.params[name]?.doubleValue ?? 0) + (params[name]?.doubleValue ?? 0)
                    params[name] = .number(sum)
                }
            }
            self.params = params
        }
    }

    private(set) var isUnderWay = false
    private var waiting: [Move] = []

    /// Takes a move; the one to send now, if any.
    mutating func add(_ move: Move) -> Move? {
        guard isUnderWay else {
            isUnderWay = true
            return move
        }
        if let same = waiting.firstIndex(where: { $0.session == move.session && $0.isWheel == move.isWheel }) {
            waiting[same].merge(move)
        } else {
            waiting.append(move)
        }
        return nil
    }

    /// The one under way has ended; the next to send, if any.
    mutating func ended() -> Move? {
        isUnderWay = !waiting.isEmpty
        return waiting.isEmpty ? nil : waiting.removeFirst()
    }

    /// All that waits, for something that must come behind it.
    mutating func takeWaiting() -> [Move] {
        defer { waiting = [] }
        return waiting
    }
}
