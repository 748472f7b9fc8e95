import CDP
import Foundation
import JSON
import Model
import Recorder

/// The icons of pages: headless browsers fetch none, so we do, while somebody watches.
extension LiveRun {
    /// How long an icon may take.
    private static let iconTimeout = Duration.seconds(3)

    /// An icon that a page of the run has shown; nil when it is gone.
    public func icon(_ number: Int) -> PageIcon? { icons.icon(number) }

    /// Looks for a page's icon; while that goes on, once more behind it.
    func learnIcon(of page: String) {
        guard status == .active, !viewers.isEmpty else { return }
        guard iconSearches[page] == nil else { return iconSearches[page] = .again }
        iconSearches[page] = .once
        Task {
            repeat {
                iconSearches[page] = .once
                await findIcon(of: page)
            } while iconSearches[page] == .again && pages.contains { $0.id == page }
            iconSearches[page] = nil
        }
    }

    /// A page that has gone to another site shows none until its own is known.
    func forgetIcon(of page: String, unlessAt url: String) {
        guard let icon = pageIcons[page], icon.origin != Self.origin(url) else { return }
        pageIcons[page] = nil
    }

    private func findIcon(of page: String) async {
        guard let session = await recorder.sessions(of: page)?.page,
            let place = await world(of: page, in: session),
            let report = await evaluate(PageScript.icons, in: place), let url = report["url"]?.stringValue
        else { return }
        var number: Int?
        for link in IconLink.list(report) where number == nil { number = await iconNumber(of: link, page) }
        guard pageIcons[page]?.number != number, pages.contains(where: { $0.id == page }) else { return }
        pageIcons[page] = number.map { (Self.origin(url), $0) }
        announce()
    }

    private func iconNumber(of link: IconLink, _ page: String) async -> Int? {
        if let data = link.data { return PageIcon(data).map { icons.add($0) } }
        if let known = icons.known(link.address) { return known }
        guard link.address.hasPrefix("http"), await recorder.mayFetchImage(link.address) else { return nil }
        let icon = await fetch(link.address, page).flatMap(PageIcon.init)
        let number = icon.map { icons.add($0) }
        icons.remember(number, at: link.address)
        return number
    }

    /// Fetches something as the page's browser would, unseen by the page and its record (CDP `Network.loadNetworkResource`), in a session of its own,
    /// whose end cuts what takes too long.
    private func fetch(_ address: String, _ page: String) async -> [UInt8]? {
        let attached = try? await connection.call(
            "Target.attachToTarget",
            ["targetId": .string(page), "flatten": true]
        )
        guard let session = attached?["sessionId"]?.stringValue else { return nil }
        defer { connection.send("Target.detachFromTarget", ["sessionId": .string(session)]) }
        let options: JSON = ["disableCache": false, "includeCredentials": true]
        let answer = try? await connection.call(
            "Network.loadNetworkResource",
            ["frameId": .string(page), "url": .string(address), "options": options],
            session: session,
            timeout: Self.iconTimeout
        )
        guard let stream = answer?["resource"]?["stream"]?.stringValue else { return nil }
        defer { connection.send("IO.close", ["handle": .string(stream)], session: session) }
        return await read(stream, session)
    }

    private func read(_ stream: String, _ session: String) async -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count <= PageIcon.sizeLimit {
            let piece = try? await connection.call(
                "IO.read",
                ["handle": .string(stream), "size": .integer(Int64(PageIcon.sizeLimit + 1))],
                session: session,
                timeout: Self.iconTimeout
            )
            guard let piece, let data = piece["data"]?.stringValue else { return nil }
            bytes +=
                piece["base64Encoded"] == true ? Data(base64Encoded: data).map { Array($0) } ?? [] : Array(data.utf8)
            if piece["eof"] == true { return bytes }
        }
        return nil
    }

    /// Scheme, host and port of an address.
    private static func origin(_ url: String) -> String {
        let rest = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        return rest.prefix(3).joined(separator: "/")
    }
}

/// Whether a page's icon is to be looked for once more when it was.
enum IconSearch { case once, again }
