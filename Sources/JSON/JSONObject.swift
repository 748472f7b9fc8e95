/// The members of a JSON object in their order. Names are unique: a later member replaces an earlier one in its place.
///
/// Look-up is linear, which is the fastest for the small objects that CDP and the API exchange.
public struct JSONObject: Sendable, Equatable {
    public private(set) var members: [(name: String, value: JSON)]

    public init() { members = [] }

    /// An object of `members`, whose names the caller knows to be unique.
    public init(uniqueMembers members: [(name: String, value: JSON)]) { self.members = members }

    public init(_ members: [(String, JSON)]) {
        self.members = []
        self.members.reserveCapacity(members.count)
        for (name, value) in members { self[name] = value }
    }

    public var isEmpty: Bool { members.isEmpty }
    public var count: Int { members.count }

    /// The value of a member; setting nil removes it.
    public subscript(name: String) -> JSON? {
        get { members.first { $0.name == name }?.value }
        set {
            let index = members.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append((name, value))
            case (nil, nil): break
            }
        }
    }

    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.count == right.count && left.members.allSatisfy { right[$0.name] == $0.value }
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSON)...) { self.init(elements) }
}
