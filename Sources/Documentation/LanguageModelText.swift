/// What language models read: the pages' list and the pages in one (llmstxt.org).
public enum LanguageModelText {
    /// `/llms.txt`: a title, what Martlet is, and a link with a summary for each page.
    /// - Parameter base: `https://HOST`, without a slash at its end.
    public static func index(base: String) -> String {
        let links = pages.map { "- [\($0.label)](\(base)/docs/\($0.path).md): \($0.summary)" }
        let more = [
            "- [OpenAPI](\(base)/openapi.json): every operation, its parameters and its answers",
            "- [All pages in one](\(base)/llms-full.txt)",
        ]
        return (["# Martlet", "", "> \(purpose)", "", "## Docs", ""] + links + ["", "## Optional", ""] + more).joined(
            separator: "\n"
        ) + "\n"
    }

    /// `/llms-full.txt`: all pages, one after the other.
    public static var full: String {
        (["# Martlet\n\n> \(purpose)\n"] + pages.map(\.markdown)).joined(separator: "\n\n---\n\n") + "\n"
    }

    private static let purpose = """
        A control plane and flight recorder for browser agents: it starts real Chromium browsers, lets agents drive them over CDP, and \
        keeps of every run a durable record: events, activity, live view, recording and files.
        """

    private static var pages: ArraySlice<DocumentationPage> { DocumentationPage.all.dropFirst() }
}
