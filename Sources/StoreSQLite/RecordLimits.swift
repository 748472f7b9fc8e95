/// The limits of ``RecordStore``.
enum RecordLimits {
    static let appended = 5000
    static let jsonInBytes = 1024 * 1024
    static let page = 1...1000
}
