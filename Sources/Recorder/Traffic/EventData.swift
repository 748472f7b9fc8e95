import JSON

/// Builds the `data` of an event. Members keep their order; what is nil is left out.
struct EventData {
    private(set) var members: [(name: String, value: JSON)] = []

    init() { members.reserveCapacity(12) }

    /// Adds a member whose name has not been used yet.
    mutating func put(_ name: String, _ value: String?) {
        if let value { members.append((name, .string(value))) }
    }

    mutating func put(_ name: String, _ value: Int64?) {
        if let value { members.append((name, .integer(value))) }
    }

    mutating func put(_ name: String, _ value: Bool) { members.append((name, .bool(value))) }

    mutating func put(_ name: String, seconds: Double?) {
        if let seconds, seconds >= 0 { members.append((name, .number((seconds * 1_000_000).rounded() / 1_000_000))) }
    }

    mutating func put(_ name: String, _ value: JSONObject) {
        if !value.isEmpty { members.append((name, .object(value))) }
    }

    /// Adds a member only when it is true.
    mutating func mark(_ name: String, _ value: Bool) {
        if value { members.append((name, .bool(true))) }
    }

    var object: JSONObject { JSONObject(uniqueMembers: members) }
}
