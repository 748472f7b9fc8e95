/// The size of a video in pixels, the same from its begin to its end.
public struct VideoCanvas: Sendable, Equatable {
    /// Longer sides are beyond what decoders in use can show.
    public static let longestSide = 4096

    /// Even numbers from 2 to ``longestSide``: 4:2:0 halves them.
    public let width: Int
    public let height: Int

    /// The smallest canvas on which pictures up to this size have room.
    public init(width: Int, height: Int) {
        self.width = Self.side(width)
        self.height = Self.side(height)
    }

    private static func side(_ pixels: Int) -> Int { min(max((pixels + 1) / 2 * 2, 2), longestSide) }

    /// Pictures keep their size and shape and stand in the middle, on black; only those that are larger are made smaller.
    ///
    /// JPEGs have values from 0 to 255, video has them from 16 to 235.
    var filter: String {
        let size = "w=min(\(width)\\,iw):h=min(\(height)\\,ih):force_original_aspect_ratio=decrease"
        let place = "pad=\(width):\(height):(ow-iw)/2:(oh-ih)/2:color=black"
        return "scale=\(size):out_range=tv,format=yuv420p,\(place),setsar=1"
    }
}
