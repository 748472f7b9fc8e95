/// The web pages that are in the binary: hand-written HTML, CSS and ES modules of `Assets`, one folder a page and one for
/// what pages share.
public enum WebPages {
    /// The file at `folder/name`, as it was written; nil when there is none.
    public static func asset(folder: String, name: String) -> WebAsset? {
        guard let text = folders[folder]?["\(folder)/\(name)"] else { return nil }
        return WebAsset(text: text, mediaType: WebAsset.mediaType(of: name))
    }

    /// The HTML of a page, `folder/name`, with its places filled.
    ///
    /// - Parameters:
    ///   - assets: the address of the assets, without a slash at its end, relative to the page.
    ///   - look: written into the page, so that it is never drawn in another look first.
    public static func page(_ folder: String, _ name: String, assets: String, look: PageLook = PageLook()) -> String? {
        asset(folder: folder, name: name)?.text
            .replacing("{{assets}}", with: assets)
            .replacing("{{theme}}", with: look.theme.rawValue)
            .replacing("{{chrome}}", with: look.chrome.rawValue)
    }
}

/// One file of a page.
public struct WebAsset: Sendable {
    public let text: String
    /// The value of `Content-Type`.
    public let mediaType: String

    static func mediaType(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "js": "text/javascript; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "svg": "image/svg+xml"
        default: "text/html; charset=utf-8"
        }
    }
}

/// How a page shows itself; what the query parameters `theme` and `chrome` of a viewer ask for.
public struct PageLook: Sendable, Equatable {
    public enum Theme: String, Sendable, CaseIterable {
        case light, dark
        /// As the visitor's system has it.
        case auto
    }

    public enum Chrome: String, Sendable, CaseIterable {
        /// The whole page.
        case full
        /// All but the name of the product, for a page that says it already.
        case part
        /// The picture and what steers it, for a frame in another page.
        case none
    }

    public var theme: Theme
    public var chrome: Chrome

    public init(theme: Theme = .auto, chrome: Chrome = .full) {
        self.theme = theme
        self.chrome = chrome
    }
}
