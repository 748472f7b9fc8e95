import JSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Something that an answer carries. It keeps the whole of what was sent, also what this version of the SDK does not know.
protocol Resource: Sendable {
    init(_ fields: Fields) throws
}

/// Reads the members of an answer's object: needed ones or an error that names them, others if they are there.
struct Fields {
    let object: JSONObject
    /// What the object is, for errors.
    let noun: String

    init(_ json: JSON, _ noun: String) throws {
        guard let object = json.objectValue else {
            throw MartletError(
                .unexpectedAnswer,
                "The server's answer is no \(noun). Is it Martlet that answers at this address?"
            )
        }
        self.object = object
        self.noun = noun
    }

    func text(_ name: String) throws -> String {
        guard let text = object[name]?.stringValue else {
            throw MartletError(.unexpectedAnswer, "The server sent a \(noun) without `\(name)`.")
        }
        return text
    }

    func date(_ name: String) throws -> Date {
        guard let date = optionalDate(name) else {
            throw MartletError(.unexpectedAnswer, "The server sent a \(noun) without the time `\(name)`.")
        }
        return date
    }

    func id<Noun>(_ name: String) throws -> Martlet.ID<Noun> { Martlet.ID(try text(name)) }

    func value<Value: Martlet.OpenValue>(_ name: String) throws -> Value { Value(rawValue: try text(name)) }

    func optionalText(_ name: String) -> String? { object[name]?.stringValue }
    func optionalDate(_ name: String) -> Date? { object[name]?.stringValue.flatMap(Date.init(wire:)) }
    func optionalID<Noun>(_ name: String) -> Martlet.ID<Noun>? { optionalText(name).map { Martlet.ID(rawValue: $0) } }
    func optionalValue<Value: Martlet.OpenValue>(_ name: String) -> Value? {
        optionalText(name).map(Value.init(rawValue:))
    }
    func integer(_ name: String) -> Int? { object[name]?.integerValue.map(Int.init) }
    func bool(_ name: String) -> Bool? { object[name]?.boolValue }
    func duration(_ name: String) -> Duration? { object[name]?.doubleValue.flatMap(Duration.init(wireSeconds:)) }
    func object(_ name: String) -> JSONObject? { object[name]?.objectValue }
    func nested(_ name: String, _ noun: String) throws -> Fields? {
        guard let json = object[name], !json.isNull else { return nil }
        return try Fields(json, noun)
    }
}
