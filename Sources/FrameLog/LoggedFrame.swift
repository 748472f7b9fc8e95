public import Model

/// One picture to be kept.
public struct LoggedFrame: Sendable {
    public let number: Int64
    /// The page's CDP target id.
    public let pageID: String
    /// Milliseconds since the run's start.
    public let milliseconds: Int64
    public let width: Int
    public let height: Int
    public let geometry: FrameGeometry
    public let jpeg: [UInt8]

    /// - Parameter number: rises from frame to frame of a run.
    public init(
        number: Int64,
        pageID: String,
        milliseconds: Int64,
        width: Int,
        height: Int,
        geometry: FrameGeometry,
        jpeg: [UInt8]
    ) {
        self.number = number
        self.pageID = pageID
        self.milliseconds = milliseconds
        self.width = width
        self.height = height
        self.geometry = geometry
        self.jpeg = jpeg
    }
}
