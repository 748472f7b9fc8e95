/// What the first bytes of a browser's message tell: whether it is a reply, and to which command.
///
/// Chromium writes `{"id":7,...` (`crdtp` serialises `id` first); an event begins with `{"method":`.
enum ReplyStart: Equatable {
    case none
    /// Too few bytes so far.
    case unfinished
    case reply(Int64)

    /// The mark, 19 digits with a sign, and the comma behind them.
    static let longest = mark.count + 21
    private static let mark = Array(#"{"id":"#.utf8)

    init(_ bytes: [UInt8]) {
        guard bytes.prefix(Self.mark.count).elementsEqual(Self.mark.prefix(bytes.count)) else {
            self = .none
            return
        }
        let digits = bytes.dropFirst(Self.mark.count).prefix { (0x30...0x39).contains($0) || $0 == 0x2D }
        guard digits.endIndex < bytes.count else {
            self = bytes.count < Self.longest ? .unfinished : .none
            return
        }
        self = Int64(String(decoding: digits, as: UTF8.self)).map { .reply($0) } ?? .none
    }
}
