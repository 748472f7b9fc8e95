/// Where on its page a picture lies, in the browser's own terms (CDP `Page.ScreencastFrameMetadata`).
///
/// A point of the picture at (x, y) pixels of width w lies at `x * deviceWidth / w` CSS pixels of the viewport.
public struct FrameGeometry: Sendable, Equatable {
    /// The viewport's size in CSS pixels, before the page's own scale.
    public let deviceWidth: Int
    public let deviceHeight: Int
    /// Pinch zoom; 1 as a rule.
    public let pageScaleFactor: Double
    /// CSS pixels above the page, as of a phone's address bar.
    public let offsetTop: Double
    /// How far the page is scrolled, in CSS pixels.
    public let scrollOffsetX: Double
    public let scrollOffsetY: Double

    public init(
        deviceWidth: Int,
        deviceHeight: Int,
        pageScaleFactor: Double = 1,
        offsetTop: Double = 0,
        scrollOffsetX: Double = 0,
        scrollOffsetY: Double = 0
    ) {
        self.deviceWidth = deviceWidth
        self.deviceHeight = deviceHeight
        self.pageScaleFactor = pageScaleFactor
        self.offsetTop = offsetTop
        self.scrollOffsetX = scrollOffsetX
        self.scrollOffsetY = scrollOffsetY
    }
}
