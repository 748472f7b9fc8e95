/// How the pictures of a run are taken.
public struct ScreencastSettings: Sendable, Equatable {
    /// Frames a second that the recording keeps of a page at most; 1 to 25.
    public var framesPerSecond: Int
    /// Quality of the JPEGs; 1 to 100.
    public var quality: Int

    public static let defaultFramesPerSecond = 10
    public static let defaultQuality = 60
    /// Pictures are scaled down to fit a square of so many pixels; smaller ones stay as they are.
    public static let longestSide = 1920

    public init(framesPerSecond: Int = defaultFramesPerSecond, quality: Int = defaultQuality) {
        self.framesPerSecond = framesPerSecond
        self.quality = quality
    }
}
