public import Model

/// A frame as it was kept.
public struct StoredFrame: Sendable {
    public let entry: FrameEntry
    public let jpeg: [UInt8]
    /// How many frames nearer to the moment asked for do not match their checksums and were passed over; 0 as a rule.
    public let damagedBefore: Int

    public var number: Int64 { entry.number }
    public var pageID: String { entry.pageID }
    public var milliseconds: Int64 { entry.milliseconds }
    public var width: Int { entry.width }
    public var height: Int { entry.height }
}

/// What is known of a frame without its JPEG.
public struct FrameEntry: Sendable, Equatable {
    public let number: Int64
    /// The page's CDP target id.
    public let pageID: String
    /// When the browser showed it, in milliseconds since the run's start.
    public let milliseconds: Int64
    /// From when on it is what the track shows: later than ``milliseconds`` where the program comes back to a page that was behind others.
    public let shownFrom: Int64
    public let width: Int
    public let height: Int
    public let geometry: FrameGeometry
    /// The length of the JPEG in the log, in bytes; that of an archived picture is another.
    public let size: Int
}
