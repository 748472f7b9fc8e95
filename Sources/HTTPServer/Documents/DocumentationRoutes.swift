import API
import Documentation
import HTTPTypes
import Hummingbird
import NIOCore

/// `/docs` and its pages, each also as Markdown at its address + `.md`, and `/llms.txt`, `/llms-full.txt` for language models.
struct DocumentationRoutes {
    let addresses: Addresses

    func add(to routes: inout Routes) {
        routes.on(.get, "/docs", access: .open) { _ in try html(.index) }
        routes.on(.get, "/docs.md", access: .open) { _ in markdown(DocumentationPage.index.markdown) }
        routes.on(.get, "/docs/{page}", access: .open) { try page($0, folder: "") }
        routes.on(.get, "/docs/decisions/{page}", access: .open) { try page($0, folder: "decisions/") }
        routes.on(.get, "/llms.txt", access: .open) { call in
            markdown(LanguageModelText.index(base: addresses.http(authority: call.authority)))
        }
        routes.on(.get, "/llms-full.txt", access: .open) { _ in markdown(LanguageModelText.full) }
    }

    @Sendable private func page(_ call: Call, folder: String) throws -> Response {
        let name = call.parameter("page") ?? ""
        if name.hasSuffix(".md"), let page = DocumentationPage.page(folder + name.dropLast(3)) {
            return markdown(page.markdown)
        }
        guard let page = DocumentationPage.page(folder + name) else {
            throw APIError(.routeNotFound, "There is no such page.", hint: "GET /docs lists the pages.")
        }
        return try html(page)
    }

    /// Plain text, so that browsers show it; `text/markdown` (RFC 7763) they would save.
    private func markdown(_ text: String) -> Response {
        response(text, type: "text/plain; charset=utf-8")
    }

    private func html(_ page: DocumentationPage) throws -> Response {
        var response = response(try DocumentationSheet(page).html, type: "text/html; charset=utf-8")
        response.headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
        return response
    }

    private func response(_ text: String, type: String) -> Response {
        let buffer = ByteBuffer(string: text)
        return ViewDoor.dressed(
            Response(
                status: .ok,
                headers: [
                    .contentType: type, .contentLength: "\(buffer.readableBytes)", .cacheControl: "no-cache",
                ],
                body: ResponseBody(byteBuffer: buffer)
            )
        )
    }
}
