import Configuration
import Foundation
import JSON
import Synchronization

/// A setting that cannot be used: which one, and what is allowed.
struct SettingError: Error, CustomStringConvertible {
    let setting: String
    let allowed: String
    var description: String { "The setting `\(setting)` must be \(allowed)." }
}

/// Reads settings by name from flags, then environment, then file. Flags and environment are texts; in the file a value has the type of its setting.
struct SettingReader {
    /// Of flags and environment.
    private let texts: ConfigReader
    private let file: SettingsFile
    private let known = KnownNames()

    /// The names that were asked for, which are all that there are.
    private final class KnownNames: Sendable {
        let all = Mutex<Set<String>>([])
    }

    /// - Parameters:
    ///   - flags: those that were given.
    ///   - file: path of a JSON file; nil for none.
    init(flags: [String: String], file: String?) throws(SettingError) {
        let values = flags.map { (AbsoluteConfigKey([$0.key]), ConfigValue(.string($0.value), isSecret: false)) }
        texts = ConfigReader(providers: [
            InMemoryProvider(name: "flags", values: Dictionary(uniqueKeysWithValues: values)),
            EnvironmentVariablesProvider().prefixKeys(with: "martlet"),
        ])
        self.file = if let file { try SettingsFile(path: file) } else { SettingsFile() }
    }

    private func value(_ name: String) -> JSON? {
        know([name])
        return texts.string(forKey: ConfigKey(name)).map(JSON.string) ?? file.values[name]
    }

    /// Settings that the file may have though nobody asks for them.
    func know(_ names: [String]) { known.all.withLock { $0.formUnion(names) } }

    /// Once all were asked for: refuses a file with others, whose values would be ignored.
    func requireNoOthers() throws(SettingError) {
        let names = known.all.withLock { $0 }
        guard let stranger = file.values.keys.filter({ !names.contains($0) }).min() else { return }
        throw SettingError(setting: stranger, allowed: "left out: there is no such setting")
    }

    func text(_ name: String) throws(SettingError) -> String? {
        guard let value = value(name) else { return nil }
        guard let text = value.stringValue, !text.isEmpty else {
            throw SettingError(setting: name, allowed: "a text that is not empty")
        }
        return text
    }

    func integer(_ name: String, in range: ClosedRange<Int>) throws(SettingError) -> Int? {
        guard let value = value(name) else { return nil }
        guard let number = value.stringValue.flatMap({ Int($0) }) ?? value.integerValue.map(Int.init),
            range.contains(number)
        else {
            throw SettingError(
                setting: name,
                allowed: "a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    /// Nil also for `off`.
    func integerOrOff(_ name: String, in range: ClosedRange<Int>) throws(SettingError) -> Int? {
        guard value(name) != .bool(false), value(name) != .string("off") else { return nil }
        do throws(SettingError) { return try integer(name, in: range) } catch {
            throw SettingError(setting: name, allowed: "`off` or \(error.allowed)")
        }
    }

    /// Whether a setting is `on` or `off`, in the file also `true` or `false`; nil: neither.
    func isOn(_ name: String) throws(SettingError) -> Bool? {
        switch value(name) {
        case nil: nil
        case .bool(true), .string("on"): true
        case .bool(false), .string("off"): false
        default: throw SettingError(setting: name, allowed: "`on` or `off`")
        }
    }

    /// Texts that are separated by commas (a JSON array in the file).
    func list(_ name: String) throws(SettingError) -> [String] {
        guard let array = value(name)?.arrayValue else {
            return (try text(name) ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let texts = array.compactMap(\.stringValue)
        guard texts.count == array.count else { throw SettingError(setting: name, allowed: "a list of texts") }
        return texts
    }

    func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ name: String,
        of: Choice.Type
    ) throws(SettingError) -> Choice? {
        guard let text = try text(name) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw SettingError(setting: name, allowed: Choice.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return choice
    }
}
