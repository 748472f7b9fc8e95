public import JSON

/// Typed access to the members of a request's object. Every refusal is a 400 that names the field by its whole path
/// (`config.fingerprint.viewport.width`) and says what is allowed.
///
/// A missing member is nil. `null` is refused unless the caller asked with ``isNull(_:)`` before. Members that nobody
/// reads are ignored.
public struct ObjectReader: Sendable {
    public let object: JSONObject
    /// The path of this object in the body; empty for the body itself.
    public let path: String

    public init(_ object: JSONObject, path: String = "") {
        self.object = object
        self.path = path
    }

    public func has(_ name: String) -> Bool { object[name] != nil }

    public func isNull(_ name: String) -> Bool { object[name]?.isNull ?? false }

    public func field(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

    /// The refusal of a member.
    public func invalid(_ name: String, _ message: String) -> APIError { .invalid(field(name), message) }

    /// The refusal of a required member that is missing.
    public func missing(_ name: String) -> APIError { invalid(name, "is required.") }

    public func reader(_ name: String) throws(APIError) -> ObjectReader? {
        guard let value = object[name] else { return nil }
        guard case .object(let object) = value else { throw invalid(name, "must be an object.") }
        return ObjectReader(object, path: field(name))
    }

    public func bool(_ name: String) throws(APIError) -> Bool? {
        guard let value = object[name] else { return nil }
        guard let bool = value.boolValue else { throw invalid(name, "must be true or false.") }
        return bool
    }

    public func integer(_ name: String, in range: ClosedRange<Int>) throws(APIError) -> Int? {
        guard let value = object[name] else { return nil }
        guard let integer = value.integerValue.flatMap(Int.init(exactly:)), range.contains(integer) else {
            throw invalid(name, "must be a whole number from \(range.lowerBound) to \(range.upperBound).")
        }
        return integer
    }

    /// A number that is 0 or more.
    public func amount(_ name: String) throws(APIError) -> Double? {
        guard let value = object[name] else { return nil }
        guard let number = value.doubleValue, number >= 0, number.isFinite else {
            throw invalid(name, "must be a number, 0 or more.")
        }
        return number
    }
}
