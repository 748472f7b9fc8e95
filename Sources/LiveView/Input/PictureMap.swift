import Model
import Recorder

/// From places on a picture to places on the page.
struct PictureMap: Sendable, Equatable {
    /// CSS pixels a picture pixel.
    let scaleX: Double
    let scaleY: Double
    let offsetTop: Double
    let pageScale: Double
    let width: Double
    let height: Double

    init(_ frame: Frame) {
        self.init(width: frame.width, height: frame.height, geometry: frame.geometry)
    }

    init(width: Int, height: Int, geometry: FrameGeometry) {
        scaleX = width > 0 ? Double(geometry.deviceWidth) / Double(width) : 1
        scaleY = height > 0 ? Double(geometry.deviceHeight) / Double(height) : 1
        offsetTop = geometry.offsetTop
        pageScale = geometry.pageScaleFactor > 0 ? geometry.pageScaleFactor : 1
        self.width = Double(geometry.deviceWidth)
        self.height = Double(geometry.deviceHeight)
    }

    /// CSS pixels of the page's viewport. A place beside the picture (a drag that left it) stays beside the page by one pixel at most.
    func place(_ point: PicturePoint) -> (x: Double, y: Double) {
        let x = min(max(point.x * scaleX, -1), width + 1)
        let y = min(max(point.y * scaleY - offsetTop, -1), height + 1)
        return (x / pageScale, y / pageScale)
    }
}
