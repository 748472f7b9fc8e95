import JSON

extension Event {
    /// Gives a draft its number and its final text, member order as in the contract's example (`id`, `type`, `time`, ...).
    public init(_ draft: EventDraft, id: EventID) {
        self.init(
            id: id,
            type: draft.type,
            status: draft.status,
            pageID: draft.pageID,
            contextID: draft.contextID,
            json: draft.rendered(id: id)
        )
    }
}

extension EventDraft {
    fileprivate func rendered(id: EventID) -> [UInt8] {
        var writer = JSONWriter(capacity: 512)
        writer.raw(#"{"id":""#)
        writer.raw(id.description.utf8)
        writer.raw(#"","seq":"#)
        writer.write(id.number)
        writer.raw(#","type":""#)
        writer.raw(type.rawValue.utf8)
        writer.raw(#"","time":""#)
        writer.raw(time.description.utf8)
        writer.raw(#"""#)
        if let status { writer.member(#","status":"#, status.rawValue) }
        if let name { writer.member(#","name":"#, name) }
        if let pageID { writer.member(#","pageId":"#, pageID) }
        if let contextID { writer.member(#","contextId":"#, contextID) }
        if let durationSeconds {
            writer.raw(#","durationSeconds":"#)
            writer.write(durationSeconds)
        }
        writer.raw(#","data":"#)
        writer.write(data)
        writer.raw("}")
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: StaticString, _ value: String) {
        raw(name)
        write(value)
    }
}
