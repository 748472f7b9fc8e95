import API
import Documentation
import WebPages

/// A page of the documentation as a whole HTML document.
struct DocumentationSheet {
    let page: DocumentationPage

    init(_ page: DocumentationPage) { self.page = page }

    /// - Throws: never, unless the binary lacks its own page.
    var html: String {
        get throws(APIError) {
            let assets = "/view/assets/\(WebPages.revision)"
            guard let frame = WebPages.page("docs", "page.html", assets: assets) else {
                throw APIError(.routeNotFound, "There is no such page.")
            }
            return
                frame
                .replacing("{{title}}", with: Self.escaped(page.title))
                .replacing("{{summary}}", with: Self.escaped(page.summary))
                .replacing("{{markdown}}", with: "\(Self.address(of: page)).md")
                .replacing("{{pages}}", with: links)
                .replacing("{{body}}", with: page.html)
        }
    }

    private var links: String {
        DocumentationPage.all.map { one in
            let mark = one.path == page.path ? #" aria-current="page""# : ""
            return #"<li><a href="\#(Self.address(of: one))"\#(mark)>\#(Self.escaped(one.label))</a></li>"#
        }
        .joined(separator: "\n")
    }

    private static func address(of page: DocumentationPage) -> String {
        page.path == DocumentationPage.index.path ? "/docs" : "/docs/\(page.path)"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
