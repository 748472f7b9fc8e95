public import Model

/// One picture of one page (CDP `Page.screencastFrame`).
public struct Frame: Sendable {
    /// From 1, rising through the run and never used twice; the number of the frame in the frame log, if it is kept there.
    public let number: Int64
    /// The page's CDP target id.
    public let pageID: String
    /// When the browser showed it, by the browser's own clock.
    public let time: Timestamp
    /// The size of the JPEG in pixels.
    public let width: Int
    public let height: Int
    public let geometry: FrameGeometry
    public let jpeg: [UInt8]

    public init(
        number: Int64,
        pageID: String,
        time: Timestamp,
        width: Int,
        height: Int,
        geometry: FrameGeometry,
        jpeg: [UInt8]
    ) {
        self.number = number
        self.pageID = pageID
        self.time = time
        self.width = width
        self.height = height
        self.geometry = geometry
        self.jpeg = jpeg
    }
}
