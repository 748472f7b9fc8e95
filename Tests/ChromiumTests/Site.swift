import Foundation
import Glibc

/// The smallest web server: the same page for every request, one connection a request. As it looks at no path, it serves as a proxy too.
final class Site: Sendable {
    let port: Int
    var address: String { "http://127.0.0.1:\(port)/" }
    private let listener: Int32

    init() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                [bind(listener, address, size), listen(listener, 64), getsockname(listener, address, &size)]
            }
        }
        guard result == [0, 0, 0] else { throw POSIXError(.EADDRNOTAVAIL) }
        self.listener = listener
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread { Self.serve(listener) }.start()
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    private static func serve(_ listener: Int32) {
        let body = "<!doctype html><title>Site</title>"
        let answer = [UInt8](
            "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: \(body.count)\r\nconnection: close\r\n\r\n\(body)"
                .utf8
        )
        while case let connection = accept(listener, nil, nil), connection >= 0 {
            var request = [UInt8](repeating: 0, count: 16_384)
            _ = read(connection, &request, request.count)
            _ = send(connection, answer, answer.count, Int32(MSG_NOSIGNAL))
            close(connection)
        }
        close(listener)
    }
}
