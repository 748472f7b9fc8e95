/// The last keys seen, at most `capacity` of them: older ones are forgotten first.
struct RecentKeys<Key: Hashable & Sendable>: Sendable {
    private let capacity: Int
    private var order: [Key] = []
    private var next = 0
    private var keys: Set<Key> = []

    init(capacity: Int) { self.capacity = capacity }

    func contains(_ key: Key) -> Bool { keys.contains(key) }

    /// Whether the key is new; it is remembered.
    mutating func insert(_ key: Key) -> Bool {
        guard keys.insert(key).inserted else { return false }
        if order.count < capacity {
            order.append(key)
        } else {
            keys.remove(order[next])
            order[next] = key
            next = (next + 1) % capacity
        }
        return true
    }
}
