/// Which frames wait for the disk. Those for which there is no room are held apart, the newest of each page, until the disk has taken what
/// came before them; so frames stay in their order, and a disk that hangs costs no memory.
struct FrameQueue: Sendable {
    enum Place: Sendable {
        /// The frame waits its turn.
        case waits
        /// There is no room: ``takeOverflow()`` is to be called when its turn would be.
        case overflows
        /// There was none before either, and that call is on its way.
        case replaces
    }

    private static let mostPages = 32

    private let limit: Int
    /// JPEGs that wait, in bytes.
    private(set) var bytes = 0
    private(set) var overflow: [String: LoggedFrame] = [:]
    private var overflowsSince: Int64?

    /// - Parameter limit: in bytes; one frame waits always.
    init(limit: Int) { self.limit = limit }

    mutating func add(_ frame: LoggedFrame) -> Place {
        guard overflowsSince == nil else {
            if overflow.count < Self.mostPages || overflow[frame.pageID] != nil { overflow[frame.pageID] = frame }
            return .replaces
        }
        guard bytes == 0 || bytes + frame.jpeg.count <= limit else {
            (overflow, overflowsSince) = ([frame.pageID: frame], frame.milliseconds)
            return .overflows
        }
        bytes += frame.jpeg.count
        return .waits
    }

    mutating func written(_ frame: LoggedFrame) { bytes -= frame.jpeg.count }

    /// The frames held apart, in their order, and since when there was no room.
    mutating func takeOverflow() -> (frames: [LoggedFrame], since: Int64)? {
        guard let since = overflowsSince.take() else { return nil }
        defer { overflow = [:] }
        return (overflow.values.sorted { $0.number < $1.number }, since)
    }
}
