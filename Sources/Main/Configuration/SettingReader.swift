import Configuration
import Foundation
import SystemPackage

/// A setting that cannot be used: which one, and what is allowed.
struct SettingError: Error, CustomStringConvertible {
    let setting: String
    let allowed: String
    var description: String { "The setting `\(setting)` must be \(allowed)." }
}

/// Reads settings by name from flags, then environment, then file.
struct SettingReader {
    private let reader: ConfigReader

    /// - Parameters:
    ///   - flags: those that were given.
    ///   - file: path of a JSON file; nil for none.
    init(flags: [String: String], file: String?) async throws {
        let values = flags.map { (AbsoluteConfigKey([$0.key]), ConfigValue(.string($0.value), isSecret: false)) }
        var providers: [any ConfigProvider] = [
            InMemoryProvider(name: "flags", values: Dictionary(uniqueKeysWithValues: values)),
            EnvironmentVariablesProvider().prefixKeys(with: "martlet"),
        ]
        if let file {
            providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file), allowMissing: false))
        }
        reader = ConfigReader(providers: providers)
    }

    func text(_ name: String) throws(SettingError) -> String? {
        guard let text = reader.string(forKey: ConfigKey(name)) else { return nil }
        guard !text.isEmpty else { throw SettingError(setting: name, allowed: "a text that is not empty") }
        return text
    }

    func integer(_ name: String, in range: ClosedRange<Int>) throws(SettingError) -> Int? {
        let key = ConfigKey(name)
        let text = reader.string(forKey: key)
        guard let value = reader.int(forKey: key) ?? text.flatMap({ Int($0) }) else {
            guard text == nil else { throw outOf(range, name) }
            return nil
        }
        guard range.contains(value) else { throw outOf(range, name) }
        return value
    }

    /// Nil also for `off`.
    func integerOrOff(_ name: String, in range: ClosedRange<Int>) throws(SettingError) -> Int? {
        guard reader.string(forKey: ConfigKey(name)) != Switch.off.rawValue else { return nil }
        do throws(SettingError) { return try integer(name, in: range) } catch {
            throw SettingError(setting: name, allowed: "`off` or \(error.allowed)")
        }
    }

    private func outOf(_ range: ClosedRange<Int>, _ name: String) -> SettingError {
        SettingError(setting: name, allowed: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }

    /// Texts that are separated by commas (a JSON array in the file).
    func list(_ name: String) throws(SettingError) -> [String] {
        let key = ConfigKey(name)
        if let list = reader.stringArray(forKey: key) { return list }
        return (try text(name) ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
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
