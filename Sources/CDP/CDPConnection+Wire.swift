import JSON

extension CDPConnection {
    /// A command's text: `{"id":1,"method":"Page.enable","params":{},"sessionId":"..."}`.
    static func command(id: Int64, _ method: String, _ params: JSONObject, session: String?) -> [UInt8] {
        var writer = JSONWriter()
        writer.raw(#"{"id":"#)
        writer.write(id)
        writer.raw(#","method":"#)
        writer.write(method)
        if !params.isEmpty {
            writer.raw(#","params":"#)
            writer.write(params)
        }
        if let session {
            writer.raw(#","sessionId":"#)
            writer.write(session)
        }
        writer.raw("}")
        return writer.bytes
    }

    static func result(_ answer: CDPCalls.Answer, of method: String, timeout: Duration) throws(CDPError) -> JSON {
        switch answer {
        case .reply(let message): return try result(message, of: method)
        case .closed: throw CDPError(.closed, "the line to the browser is closed", method: method)
        case .timeout: throw CDPError(.timeout, "no answer within \(timeout)", method: method)
        case .cancelled: throw CDPError(.cancelled, "the caller stopped waiting", method: method)
        }
    }

    private static func result(_ reply: CDPMessage, of method: String) throws(CDPError) -> JSON {
        if let result = reply.result { return result }
        guard reply.isRefusal else { throw CDPError(.malformed, "a reply without a result", method: method) }
        let error = reply.error
        throw CDPError(
            .refused,
            error?["message"]?.stringValue ?? "refused without a reason",
            method: method,
            browserCode: error?["code"]?.integerValue
        )
    }
}
