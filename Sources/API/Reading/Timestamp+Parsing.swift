public import Model

extension Timestamp {
    /// Reads a date-time of RFC 3339, section 5.6 (`2026-05-16T02:00:00.5+02:00`); what is finer than a millisecond is dropped.
    /// - Returns: Nil for other text and for dates that the calendar does not have.
    public init?(rfc3339 text: String) {
        var scanner = DateTimeScanner(text)
        guard let year = scanner.digits(4), scanner.skip("-"), let month = scanner.digits(2), scanner.skip("-"),
            let day = scanner.digits(2), scanner.skip("Tt "), let hour = scanner.digits(2), scanner.skip(":"),
            let minute = scanner.digits(2), scanner.skip(":"), let second = scanner.digits(2),
            let millisecond = scanner.fraction(), let offset = scanner.offset(), scanner.isAtEnd,
            (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        let days = Self.days(year: year, month: month, day: day)
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset * 60
        self.init(milliseconds: seconds * 1000 + millisecond)
    }

    private static func days(in month: Int64, of year: Int64) -> Int64 {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return switch month {
        case 2: isLeap ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01 of a date of the Gregorian calendar, year 0 or later (H. Hinnant's date algorithms).
    private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = (month <= 2 ? year - 1 : year) + 400
        let (era, yearOfEra) = (shifted / 400, shifted % 400)
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return (era - 1) * 146_097 + dayOfEra - 719_468
    }
}

/// Walks over the bytes of a date-time.
struct DateTimeScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func digits(_ count: Int) -> Int64? {
        guard rest.count >= count else { return nil }
        let head = rest.prefix(count)
        guard head.allSatisfy({ (48...57).contains($0) }) else { return nil }
        rest = rest.dropFirst(count)
        return head.reduce(0) { $0 * 10 + Int64($1 - 48) }
    }

    /// Skips one byte that is any of `bytes`.
    mutating func skip(_ bytes: String) -> Bool {
        guard let first = rest.first, bytes.utf8.contains(first) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Milliseconds of a fraction; 0 when there is none, nil for a point without digits.
    mutating func fraction() -> Int64? {
        guard skip(".") else { return 0 }
        let digits = rest.prefix { (48...57).contains($0) }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        return zip(digits, [100, 10, 1] as [Int64]).reduce(0) { $0 + Int64($1.0 - 48) * $1.1 }
    }

    /// Minutes east of UTC.
    mutating func offset() -> Int64? {
        if skip("Zz") { return 0 }
        let sign: Int64 = skip("+") ? 1 : -1
        guard sign == 1 || skip("-"), let hours = digits(2), skip(":"), let minutes = digits(2), hours < 24,
            minutes < 60
        else { return nil }
        return sign * (hours * 60 + minutes)
    }
}
