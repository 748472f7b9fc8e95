/// How the runs of one runtime are recorded; what is nil is as the server's settings say. Ours, beyond the contract.
public struct RecordingConfig: Sendable, Equatable {
    public var enabled: Bool?
    /// Frames a second that are kept of a page at most; 1 to 25.
    public var framesPerSecond: Int?
    /// Quality of the JPEGs; 1 to 100.
    public var quality: Int?

    public static let framesPerSecondRange = 1...25
    public static let qualityRange = 1...100

    public init(enabled: Bool? = nil, framesPerSecond: Int? = nil, quality: Int? = nil) {
        self.enabled = enabled
        self.framesPerSecond = framesPerSecond
        self.quality = quality
    }
}
