/// A page of `docs/`, as it is in the binary.
public struct DocumentationPage: Sendable {
    /// The file's name without `.md`; `README` is the index.
    public let path: String
    /// Its first heading.
    public let title: String
    /// What the index calls it.
    public let label: String
    /// One sentence: what it is about.
    public let summary: String
    /// As it was written.
    public let markdown: String
    /// The same as the inside of an HTML `main` element. Links lead to `/docs/...`.
    public let html: String

    /// The index of the pages.
    public static var index: DocumentationPage { pageREADME }

    /// The page of a path such as `events`; nil when there is none.
    public static func page(_ path: String) -> DocumentationPage? {
        all.dropFirst().first { $0.path == path }
    }
}
