import API
import Hummingbird
import NIOCore
import WebPages

/// `/view/assets/{revision}/{folder}/{name}`: the modules and styles of the viewers' pages. Their address changes with
/// their content, so they may be kept for ever.
struct ViewAssetRoutes {
    func add(to routes: inout Routes) {
        routes.on(.get, "/view/assets/{revision}/{folder}/{name}", access: .open, get)
    }

    @Sendable private func get(_ call: Call) async throws -> Response {
        guard call.parameter("revision") == WebPages.revision,
            let folder = call.parameter("folder"), let name = call.parameter("name"),
            let asset = WebPages.asset(folder: folder, name: name)
        else { throw APIError(.routeNotFound, "There is no such file in this version of the pages.") }
        let buffer = ByteBuffer(string: asset.text)
        return ViewDoor.dressed(
            Response(
                status: .ok,
                headers: [
                    .contentType: asset.mediaType,
                    .contentLength: "\(buffer.readableBytes)",
                    .cacheControl: "public, max-age=31536000, immutable",
                ],
                body: ResponseBody(byteBuffer: buffer)
            )
        )
    }
}
