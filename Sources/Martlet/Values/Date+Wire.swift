#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Date {
    /// A time of the API: `2026-05-16T00:00:00.000Z`, with any number of fractional digits, or an offset in the place of `Z`.
    ///
    /// Read by hand: a run's events come by the hundred thousand, and a general parser takes longer than all the rest of an event.
    init?(wire text: String) {
        var text = text
        guard let seconds = text.withUTF8({ Self.seconds(of: $0) }) else { return nil }
        self.init(timeIntervalSince1970: seconds)
    }

    private static func seconds(of text: UnsafeBufferPointer<UInt8>) -> Double? {
        var reader = DigitReader(text: text)
        guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
            let day = reader.number(2), reader.skip("T") || reader.skip("t") || reader.skip(" "),
            let hour = reader.number(2), reader.skip(":"), let minute = reader.number(2), reader.skip(":"),
            let second = reader.number(2), let fraction = reader.fraction(), let offset = reader.offset(),
            (1...12).contains(month), (1...31).contains(day), hour < 25, minute < 60, second < 61
        else { return nil }
        let days = daysSince1970(year: year, month: month, day: day)
        return Double(days * 86_400 + hour * 3600 + minute * 60 + second - offset) + fraction
    }

    /// Days of the Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms").
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

private struct DigitReader {
    let text: UnsafeBufferPointer<UInt8>
    var position = 0

    mutating func number(_ digits: Int) -> Int? {
        guard position + digits <= text.count else { return nil }
        var value = 0
        for byte in text[position..<(position + digits)] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        position += digits
        return value
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < text.count, text[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// 0 when there is none; nil when a point has no digits behind it.
    mutating func fraction() -> Double? {
        guard skip(".") else { return 0 }
        var (value, scale) = (0.0, 1.0)
        while let digit = number(1) {
            scale /= 10
            value += Double(digit) * scale
        }
        return scale < 1 ? (value * 1e9).rounded() / 1e9 : nil
    }

    /// Seconds east of UTC; nil when the text does not end here.
    mutating func offset() -> Int? {
        if skip("Z") || skip("z") { return position == text.count ? 0 : nil }
        let sign = skip("+") ? 1 : skip("-") ? -1 : 0
        guard sign != 0, let hours = number(2), skip(":"), let minutes = number(2), position == text.count else {
            return nil
        }
        return sign * (hours * 3600 + minutes * 60)
    }
}

extension Date {
    /// A date of an HTTP header, `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
    init?(http text: String) {
        let parts = text.split(separator: " ")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard parts.count == 6, parts[5] == "GMT", let month = months.firstIndex(of: String(parts[2])) else {
            return nil
        }
        let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        self.init(wire: "\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z")
    }
}
