import CDP
import Foundation
import JSON
import Model

@testable import Recorder

/// Real traffic of Chromium 156, kept as JSON Lines in `Fixtures`, put through the state machine.
///
/// In each the browser's first page is there, another is opened, goes to a page of a test site, and is closed again.
struct Playback {
    var reader: TrafficReader
    var actions: [Action] = []
    /// When everything arrives.
    var now = Timestamp(milliseconds: 1_795_476_100_000)

    init(settings: RecorderSettings = RecorderSettings(), rules: TrafficRules = TrafficRules()) {
        reader = TrafficReader(settings: settings, rules: rules, downloadFolder: "/downloads")
    }

    init(fixture name: String) throws {
        self.init()
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name).jsonl"))
        for line in Array(data).split(separator: UInt8(ascii: "\n")) {
            reader.read(try CDPMessage(Array(line)), at: now, into: &actions)
        }
        reader.finish(at: now, into: &actions)
    }

    mutating func read(_ method: String, _ params: JSONObject, session: String? = nil) throws {
        var message: JSONObject = ["method": .string(method), "params": .object(params)]
        if let session { message["sessionId"] = .string(session) }
        var writer = JSONWriter()
        writer.write(message)
        reader.read(try CDPMessage(writer.bytes), at: now, into: &actions)
    }

    mutating func read(_ command: AgentCommand) { reader.read(command, into: &actions) }

    /// A page in the session `s`, with the target id `p`.
    mutating func attachPage() throws {
        try read(
            "Target.attachedToTarget",
            [
                "sessionId": "s", "waitingForDebugger": true,
                "targetInfo": ["targetId": "p", "type": "page", "url": "", "title": "", "browserContextId": "c"],
            ]
        )
    }

    var events: [EventDraft] {
        actions.compactMap { action in
            guard case .event(let draft) = action else { return nil }
            return draft
        }
    }

    var sent: [String] {
        actions.compactMap { action in
            guard case .send(let method, _, _) = action else { return nil }
            return method
        }
    }

    func events(_ type: EventType, _ status: EventStatus? = nil) -> [EventDraft] {
        events.filter { $0.type == type && (status == nil || $0.status == status) }
    }

    /// The texts of one member of the `data` of events of a type.
    func texts(_ type: EventType, _ member: String, _ status: EventStatus? = nil) -> [String] {
        events(type, status).map { $0.data[member]?.stringValue ?? "" }
    }

    /// The paths (with query) that were asked for.
    var requestedPaths: [String] {
        events(.networkRequest).map { event in
            let url = event.data["url"]?.stringValue ?? ""
            return (event.data["method"]?.stringValue ?? "") + " " + (url.components(separatedBy: ":33901").last ?? url)
        }
    }
}
