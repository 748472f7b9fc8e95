import ArgumentParser

/// A length of time on the command line: `90`, `90s`, `10m`, `2h`, `1.5h`.
struct Span: ExpressibleByArgument {
    let duration: Duration

    init?(argument: String) {
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
        let unit = argument.last.flatMap { units[$0] }
        let number = unit == nil ? argument : String(argument.dropLast())
        guard let value = Double(number), value.isFinite, value >= 0, value < 1e9 else { return nil }
        duration = .seconds(value * (unit ?? 1))
    }
}
