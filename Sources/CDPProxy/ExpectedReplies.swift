/// Commands whose replies are awaited, by their numbers.
struct ExpectedReplies {
    private var commands: [Int64: ClientCommand] = [:]
    /// Their numbers as they came, with some that were answered meanwhile.
    private var order: [Int64] = []
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    var isEmpty: Bool { commands.isEmpty }

    mutating func add(_ command: ClientCommand) {
        guard let id = command.id else { return }
        if commands.updateValue(command, forKey: id) == nil { order.append(id) }
        while commands.count > limit, !order.isEmpty { commands[order.removeFirst()] = nil }
        if order.count > 2 * limit { order.removeAll { commands[$0] == nil } }
    }

    mutating func take(_ id: Int64) -> ClientCommand? { commands.removeValue(forKey: id) }
}
