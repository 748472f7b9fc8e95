import HTTPTypes
import Hummingbird
import JSON
import NIOCore

extension Response {
    static func json(_ value: JSON, status: HTTPResponse.Status = .ok) -> Response {
        json(value.bytes, status: status)
    }

    /// Bytes that are JSON already.
    static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json; charset=utf-8", .contentLength: "\(bytes.count)"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    /// The same answer without its body, for HEAD. The length of a stream is not known, so it says none.
    var withoutBody: Response {
        let length = headers[.contentLength] ?? "\(body.contentLength ?? 0)"
        var response = self
        // Hummingbird sets the length to that of the new body, so it is put back after it.
        response.body = ResponseBody()
        response.headers[.contentLength] = length
        return response
    }
}
