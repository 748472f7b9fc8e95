import Foundation
import JSON

/// The settings of a JSON file by their names; those of the member `s3` are `s3.bucket` and so on.
struct SettingsFile {
    let values: [String: JSON]

    /// Of no file.
    init() { values = [:] }

    init(path: String) throws(SettingError) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw SettingError(setting: "config", allowed: "a file that can be read: \(path)")
        }
        guard let object = (try? JSON.parse(data))?.objectValue else {
            throw SettingError(setting: "config", allowed: "a file with one JSON object: \(path)")
        }
        values = Dictionary(Self.settings(in: object, below: "")) { $1 }
    }

    private static func settings(in object: JSONObject, below prefix: String) -> [(String, JSON)] {
        object.members.flatMap { name, value in
            guard let inner = value.objectValue else { return [(prefix + name, value)] }
            return settings(in: inner, below: "\(prefix)\(name).")
        }
    }
}
