import Foundation
import Model

extension UUIDv7 {
    /// 16 bytes, most significant first, so that they sort as the ids do.
    var blob: Data {
        var blob = Data(capacity: 16)
        withUnsafeBytes(of: high.bigEndian) { blob.append(contentsOf: $0) }
        withUnsafeBytes(of: low.bigEndian) { blob.append(contentsOf: $0) }
        return blob
    }

    init?(blob: Data) {
        guard blob.count == 16 else { return nil }
        self.init(
            high: blob.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
            low: blob.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
        )
    }
}
