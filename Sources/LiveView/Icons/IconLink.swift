import Foundation
import JSON

/// A page's link to an icon of itself: `<link rel=icon href sizes>`.
struct IconLink: Sendable, Equatable {
    let address: String
    /// Pixels of its side that suit best; nil when the link says nothing. 0: any size.
    let size: Int?

    /// The links that a page told (``PageScript/icons``), the best for a strip of tabs first; `/favicon.ico` of its site last.
    static func list(_ report: JSON) -> [IconLink] {
        let links = (report["links"]?.arrayValue ?? []).compactMap(IconLink.init)
        let sorted = links.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
        let usual = report["origin"]?.stringValue.map { IconLink(address: $0 + "/favicon.ico", size: nil) }
        return sorted.prefix(3).map(\.element) + (usual.map { [$0] } ?? [])
    }

    private init(address: String, size: Int?) {
        self.address = address
        self.size = size
    }

    private init?(_ report: JSON) {
        guard let address = report["href"]?.stringValue, Self.canBeRead(address) else { return nil }
        let sizes = (report["sizes"]?.stringValue ?? "").lowercased().split(separator: " ")
        let sides = sizes.compactMap { size in
            size == "any" ? 0 : size.split(separator: "x").first.flatMap { Int($0) }
        }
        self.init(address: address, size: sides.min { Self.rank($0) < Self.rank($1) })
    }

    private static func canBeRead(_ address: String) -> Bool {
        ["http://", "https://", "data:"].contains { address.hasPrefix($0) }
    }

    private var rank: Int { Self.rank(size) }

    /// Lower is better: 32 pixels are sharp on every screen, what is larger must be made smaller, and what is smaller blurs.
    private static func rank(_ size: Int?) -> Int {
        guard let size else { return 50 }
        guard size > 0 else { return 1 }
        return size >= 32 ? (size - 32) / 4 : 100 + 32 - size
    }

    /// The bytes of a `data:` address (RFC 2397); nil for another one.
    var data: [UInt8]? {
        guard address.hasPrefix("data:"), let comma = address.firstIndex(of: ",") else { return nil }
        let text = String(address[address.index(after: comma)...])
        if address[..<comma].lowercased().hasSuffix(";base64") {
            let plain = text.removingPercentEncoding ?? text
            return Data(base64Encoded: plain, options: .ignoreUnknownCharacters).map { Array($0) }
        }
        return text.removingPercentEncoding.map { Array($0.utf8) }
    }
}
