import Foundation
import JSON
import Martlet
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A server that knows the published contract only (`Fixtures/contract.json`): it answers each call with the least that the contract allows,
/// and keeps what the contract does not know of a request.
final class ContractServer: Sendable {
    /// What the contract says of one operation.
    struct Operation: Sendable {
        let method: String
        let path: [String]
        let query: Set<String>
        let body: Set<String>
        let status: Int
        let answer: JSON
        let type: String

        func matches(_ method: String, _ path: [String]) -> Bool {
            method == self.method && path.count == self.path.count
                && zip(path, self.path).allSatisfy { $0 == $1 || $1.hasPrefix("{") }
        }
    }

    private let operations: [Operation]
    private let met = Mutex<[String]>([])

    /// What the contract has no name for, in the order in which it came: `GET /v1/runs/x/frames`, `POST /v1/runs/x/live: agentInput`.
    var strangers: [String] { met.withLock { $0 } }

    private init() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/contract.json")
        let contract = try JSON.parse(Data(contentsOf: path))
        operations = (contract.objectValue?.members ?? []).map { Operation($0.name, $0.value) }
    }

    static func with(_ body: (ContractServer, Martlet) async throws -> Void) async throws {
        let server = try ContractServer()
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Responder(server))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        defer { channel.close(promise: nil) }
        let address = "http://127.0.0.1:\(channel.localAddress?.port ?? 0)"
        try await body(server, Martlet(apiKey: "bctrl_k", baseURL: address))
    }

    /// Looks at a request, and says which operation it is.
    fileprivate func operation(_ head: HTTPRequestHead, _ body: String) -> Operation? {
        let address = URLComponents(string: head.uri)
        let path = address?.path ?? ""
        let segments = path.split(separator: "/").map(String.init)
        guard let operation = operations.first(where: { $0.matches(head.method.rawValue, segments) }) else {
            note("\(head.method) \(path)")
            return nil
        }
        let query = Set(address?.queryItems?.map(\.name) ?? []).subtracting(operation.query)
        let names = Self.names(in: body).subtracting(operation.body)
        for name in query.sorted() + names.sorted() { note("\(head.method) \(path): \(name)") }
        return operation
    }

    private func note(_ text: String) { met.withLock { $0.append(text) } }

    /// Of members of JSON, those within others as `config.profile`, or of a form's parts.
    private static func names(in body: String) -> Set<String> {
        if body.hasPrefix("--") { return Set(body.matches(of: /form-data; name="(\w+)"/).map { String($0.1) }) }
        guard let object = (try? JSON.parse(body))?.objectValue else { return [] }
        return names(of: object, "")
    }

    private static func names(of object: JSONObject, _ above: String) -> Set<String> {
        var names: Set<String> = []
        for (name, value) in object.members {
            names.insert(above + name)
            if ["metadata", "environment"].contains(name) { continue }  // passed on as the caller gives it
            if let inner = value.objectValue { names.formUnion(self.names(of: inner, above + name + ".")) }
        }
        return names
    }
}

extension ContractServer.Operation {
    fileprivate init(_ name: String, _ json: JSON) {
        let words = name.split(separator: " ")
        func set(_ member: String) -> Set<String> { Set((json[member]?.arrayValue ?? []).compactMap(\.stringValue)) }
        method = String(words[0])
        path = words[1].split(separator: "/").map(String.init)
        query = set("query")
        body = set("body")
        status = json["status"]?.integerValue.map(Int.init) ?? 200
        answer = json["answer"] ?? .null
        type = json["type"]?.stringValue ?? "application/json"
    }

    /// A stream has one row and the end.
    fileprivate var text: String {
        guard type == "text/event-stream" else { return answer.isNull ? "bytes" : answer.text }
        let (name, row): (String, JSON) =
            path.contains("events")
            ? ("run.event", ["id": "evt_1", "type": "navigation", "time": "2026-05-16T00:00:00.000Z"])
            : (
                "run.activity",
                [
                    "id": "act_1", "type": "browser.click", "time": "2026-05-16T00:00:00.000Z", "message": "m",
                    "category": "browser",
                ]
            )
        return "event: \(name)\nid: 1\ndata: \(row.text)\n\nevent: run.ended\ndata: {}\n\n"
    }
}

private final class Responder: ChannelInboundHandler, @unchecked Sendable {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart
    private let server: ContractServer
    private var head: HTTPRequestHead?
    private var body = ""

    init(_ server: ContractServer) { self.server = server }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): (self.head, body) = (head, "")
        case .body(let piece): body += String(buffer: piece)
        case .end: if let head { answer(context, server.operation(head, body)) }
        }
    }

    private func answer(_ context: ChannelHandlerContext, _ operation: ContractServer.Operation?) {
        let text = operation?.text ?? #"{"code":"route.not_found","error":"There is no such route."}"#
        let headers: HTTPHeaders = [
            "content-type": operation?.type ?? "application/json", "content-length": "\(text.utf8.count)",
        ]
        let status = HTTPResponseStatus(statusCode: operation?.status ?? 404)
        context.write(wrapOutboundOut(.head(.init(version: .http1_1, status: status, headers: headers))), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: text)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}
