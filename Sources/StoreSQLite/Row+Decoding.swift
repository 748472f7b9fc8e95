import Foundation
import GRDB
import JSON
import Model
import Store

/// Columns as values of the model. The tables are STRICT, so that a column's storage class is certain; what it holds is
/// not, and is reported when it cannot be read.
extension Row {
    func id<Noun>(_ column: String) throws -> Identifier<Noun> {
        guard let id: Identifier<Noun> = try optionalID(column) else { throw StoreError.unreadable(column) }
        return id
    }

    func optionalID<Noun>(_ column: String) throws -> Identifier<Noun>? {
        guard let blob: Data = self[column] else { return nil }
        guard let uuid = UUIDv7(blob: blob) else { throw StoreError.unreadable(column) }
        return Identifier(uuid)
    }

    func value<Value: RawRepresentable<String>>(_ column: String) throws -> Value {
        guard let text: String = self[column], let value = Value(rawValue: text) else {
            throw StoreError.unreadable(column)
        }
        return value
    }

    func time(_ column: String) -> Timestamp { Timestamp(milliseconds: self[column]) }

    func optionalTime(_ column: String) -> Timestamp? {
        (self[column] as Int64?).map(Timestamp.init(milliseconds:))
    }

    func bytes(_ column: String) -> [UInt8] { [UInt8](self[column] as Data) }

    func optionalObject(_ column: String) throws -> JSONObject? {
        guard let text: String = self[column] else { return nil }
        do {
            guard let object = try JSON.parse(text).objectValue else { throw StoreError.unreadable(column) }
            return object
        } catch {
            throw StoreError.unreadable(column)
        }
    }

    func object(_ column: String) throws -> JSONObject {
        guard let object = try optionalObject(column) else { throw StoreError.unreadable(column) }
        return object
    }
}
