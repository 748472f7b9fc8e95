import JSON

/// Numbers of bytes that browser and sites tell. They are held between 0 and 2^53, so that no sum overflows.
enum ByteCount {
    static let most: Int64 = 1 << 53

    /// 0 for what is no number.
    static func of(_ value: JSON?) -> Int64 {
        Int64(min(max(0, (value?.doubleValue ?? 0).rounded()), Double(most)))
    }

    /// Nil for what is no number of bytes.
    static func of(header text: String) -> Int64? { Int64(text).flatMap { (0...most).contains($0) ? $0 : nil } }

    static func sum(_ left: Int64, _ right: Int64) -> Int64 { min(most, left + right) }
}
