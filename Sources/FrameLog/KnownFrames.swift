/// Where a JPEG lies.
struct FramePlace: Hashable, Sendable {
    let segment: UInt32
    let offset: UInt32
}

/// Where the last different frames lie, to find those that come again. At most 4,096; the oldest go first.
struct KnownFrames: Sendable {
    private struct Key: Hashable {
        let checksum: UInt32
        let length: Int
    }

    private static let capacity = 4096
    private var places: [Key: FramePlace] = [:]
    private var order: [Key] = []
    private var next = 0

    /// Where a frame may lie that is equal to this one; whether it is, its bytes must tell.
    func place(of jpeg: [UInt8], _ checksum: UInt32) -> FramePlace? {
        places[Key(checksum: checksum, length: jpeg.count)]
    }

    mutating func add(_ place: FramePlace, _ length: Int, _ checksum: UInt32) {
        let key = Key(checksum: checksum, length: length)
        guard places.updateValue(place, forKey: key) == nil else { return }
        if order.count < Self.capacity { return order.append(key) }
        places[order[next]] = nil
        order[next] = key
        next = (next + 1) % Self.capacity
    }
}
