import Foundation
public import JSON
import NIOCore
import NIOHTTP1
import NIOPosix

/// Calls the HTTP API of one server, one connection a call.
public struct APIClient: Sendable {
    public let host: String
    public let port: Int
    private let key: String

    /// - Parameter baseURL: `http://HOST[:PORT]`.
    public init(baseURL: String, key: String) throws {
        guard let url = URL(string: baseURL), url.scheme == "http", let host = url.host else {
            throw CommandError("The server's address must be http://HOST:PORT, not \(baseURL).")
        }
        self.host = host
        self.port = url.port ?? 80
        self.key = key
    }

    /// The answer's body.
    /// - Throws: ``CommandError`` when the server cannot be reached, or with the server's own words when it refuses.
    public func call(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> JSON {
        let (status, bytes) = try await exchange(head(method, path), body: body?.bytes ?? [])
        guard let answer = try? JSON.parse(bytes) else {
            throw CommandError(
                "http://\(host):\(port) answered \(status) with something that is no JSON. Is it Martlet?"
            )
        }
        guard (200..<300).contains(status) else { throw Self.refusal(status, answer) }
        return answer
    }

    private func head(_ method: String, _ path: String) -> HTTPRequestHead {
        let headers: HTTPHeaders = [
            "host": "\(host):\(port)", "authorization": "Bearer \(key)", "content-type": "application/json",
            "connection": "close",
        ]
        return HTTPRequestHead(version: .http1_1, method: .init(rawValue: method), uri: path, headers: headers)
    }

    private static func refusal(_ status: Int, _ answer: JSON) -> CommandError {
        let hint = answer["hint"]?.stringValue.map { " \($0)" } ?? ""
        return CommandError(
            "The server refused (\(status)): \(answer["error"]?.stringValue ?? "no reason given")\(hint)"
        )
    }

    private func exchange(_ head: HTTPRequestHead, body: [UInt8]) async throws -> (status: Int, body: [UInt8]) {
        var head = head
        head.headers.add(name: "content-length", value: "\(body.count)")
        let channel = try await connect()
        return try await channel.executeThenClose { [head] inbound, outbound in
            try await outbound.write(.head(head))
            try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: body))))
            try await outbound.write(.end(nil))
            return try await Self.read(inbound)
        }
    }

    private typealias Exchange = NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>

    private func connect() async throws -> Exchange {
        do {
            return try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(.seconds(5))
                .connect(host: host, port: port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHTTPClientHandlers()
                        return try Exchange(wrappingChannelSynchronously: channel)
                    }
                }
        } catch {
            throw CommandError("No server answers on http://\(host):\(port). Start one with `martlet serve`.")
        }
    }

    private static func read(
        _ inbound: NIOAsyncChannelInboundStream<HTTPClientResponsePart>
    ) async throws -> (status: Int, body: [UInt8]) {
        var status = 0
        var body: [UInt8] = []
        for try await part in inbound {
            switch part {
            case .head(let head): status = Int(head.status.code)
            case .body(let bytes): body.append(contentsOf: bytes.readableBytesView)
            case .end: return (status, body)
            }
        }
        throw CommandError("The server closed the connection in the middle of an answer.")
    }
}
