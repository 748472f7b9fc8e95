/// The icons that a run's pages have shown. The oldest go when there are more than ``iconLimit``; an icon's number is never used twice.
struct IconShelf: Sendable {
    static let iconLimit = 64
    static let addressLimit = 256

    private var icons: [(number: Int, icon: PageIcon)] = []
    /// What was found at an address; nil: no icon.
    private var found: [String: Int?] = [:]
    private var last = 0

    /// The number of an icon, the same for the same bytes.
    mutating func add(_ icon: PageIcon) -> Int {
        if let known = icons.first(where: { $0.icon == icon }) { return known.number }
        last += 1
        if icons.count >= Self.iconLimit { icons.removeFirst() }
        icons.append((last, icon))
        return last
    }

    func icon(_ number: Int) -> PageIcon? { icons.first { $0.number == number }?.icon }

    /// What an address has given before; nil: it was not asked yet, or what it gave is gone.
    func known(_ address: String) -> Int?? {
        guard let number = found[address] else { return nil }
        if let number, icon(number) == nil { return nil }
        return .some(number)
    }

    mutating func remember(_ number: Int?, at address: String) {
        if found.count >= Self.addressLimit { found = [:] }
        found[address] = .some(number)
    }
}
