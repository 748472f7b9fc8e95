/// A live page of the browser: the contract's runtime target.
public struct PageTarget: Sendable, Equatable {
    /// The CDP target id, unique for the life of the run.
    public let id: String
    public var url: String
    /// Empty until the page has one.
    public var title: String
    /// Whether it is the front page. Exactly one page is, while there are any: the one last created or activated.
    public var active: Bool
    /// Whether its tab has crashed and not come back.
    public var crashed: Bool
    /// Why it shows the browser's error page (`net::ERR_...`), which a headless browser leaves blank; nil while it shows a page.
    public var loadError: String?

    public init(id: String, url: String, title: String = "", active: Bool = false, crashed: Bool = false) {
        self.id = id
        self.url = url
        self.title = title
        self.active = active
        self.crashed = crashed
    }
}
