import FrameLog

/// Pictures that were decoded last, by their groups. Bounded by their bytes; those that were not asked for the longest go first.
struct KeptGroups: Sendable {
    static let defaultCapacity = 64 * 1024 * 1024

    private struct Kept {
        let jpegs: [[UInt8]]
        let size: Int
        var lastUse: Int
    }

    private let capacity: Int
    private var groups: [ArchivedPicture.Group: Kept] = [:]
    private(set) var size = 0
    private var uses = 0

    init(capacity: Int = defaultCapacity) { self.capacity = capacity }

    mutating func pictures(of group: ArchivedPicture.Group) -> [[UInt8]]? {
        uses += 1
        groups[group]?.lastUse = uses
        return groups[group]?.jpegs
    }

    mutating func keep(_ jpegs: [[UInt8]], of group: ArchivedPicture.Group) {
        uses += 1
        let kept = Kept(jpegs: jpegs, size: jpegs.reduce(0) { $0 + $1.count }, lastUse: uses)
        size += kept.size - (groups.updateValue(kept, forKey: group)?.size ?? 0)
        while size > capacity, let oldest = groups.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            remove(oldest.key)
        }
    }

    mutating func forget(where matches: (ArchivedPicture.Group) -> Bool) {
        for group in groups.keys where matches(group) { remove(group) }
    }

    private mutating func remove(_ group: ArchivedPicture.Group) {
        size -= groups.removeValue(forKey: group)?.size ?? 0
    }
}
