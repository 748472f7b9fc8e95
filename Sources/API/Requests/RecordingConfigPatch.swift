import Model

/// Changes to how a runtime's runs are recorded; what is nil stays as it is, `.some(nil)` is again as the server's settings say.
public struct RecordingConfigPatch: Sendable, Equatable {
    public var enabled: Bool??
    public var framesPerSecond: Int??
    public var quality: Int??

    init(_ reader: ObjectReader) throws(APIError) {
        enabled = reader.isNull("enabled") ? .some(nil) : try reader.bool("enabled").map { .some($0) }
        let rates = RecordingConfig.framesPerSecondRange
        framesPerSecond =
            reader.isNull("framesPerSecond")
            ? .some(nil) : try reader.integer("framesPerSecond", in: rates).map { .some($0) }
        quality =
            reader.isNull("quality")
            ? .some(nil) : try reader.integer("quality", in: RecordingConfig.qualityRange).map { .some($0) }
    }

    func apply(to config: inout RecordingConfig) {
        if let enabled { config.enabled = enabled }
        if let framesPerSecond { config.framesPerSecond = framesPerSecond }
        if let quality { config.quality = quality }
    }
}
