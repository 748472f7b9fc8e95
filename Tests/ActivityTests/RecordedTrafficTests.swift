import Activity
import Foundation
import JSON
import Model
import Testing

/// Real traffic of frameworks, as the tap, the recorder and the observer gave it, played back at its own times.
@Suite struct RecordedTrafficTests {
    private func rows(of fixture: String) throws -> [SettledStep] {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(fixture).jsonl")
        var folder = ActivityFolder(run: RunID())
        var rows: [SettledStep] = []
        for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n") {
            let entry = try JSON.parse(Array(line.utf8))
            let now = Timestamp(milliseconds: entry["at"]?.integerValue ?? 0)
            while let due = folder.nextTick, due < now {
                folder.tick(at: due)
            }
            play(entry, into: &folder, now)
            folder.tick(at: now)
            rows += folder.take()
        }
        folder.finish(at: Timestamp(milliseconds: 1_800_000_100_000))
        return rows + folder.take()
    }

    private func play(_ entry: JSON, into folder: inout ActivityFolder, _ now: Timestamp) {
        let page = entry["page"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
        if let method = entry["method"]?.stringValue {
            guard let action = AgentAction(method: method, params: entry["params"] ?? .null) else { return }
            folder.read(action, of: .agent(client: 1), page: page, at: now)
        } else if let report = entry["report"].flatMap(PageReport.init), let page {
            folder.read(report, page: page, frame: entry["frame"]?.stringValue ?? "", at: now)
        } else if let type = entry["event"]?.stringValue.flatMap(EventType.init) {
            let draft = EventDraft(
                type: type,
                status: entry["status"]?.stringValue.flatMap(EventStatus.init),
                time: now,
                pageID: page,
                durationSeconds: entry["seconds"]?.doubleValue,
                data: entry["data"]?.objectValue ?? [:]
            )
            folder.read(draft, number: entry["number"]?.integerValue ?? 0, at: now)
        } else if let target = entry["attached"]?.stringValue, target == page {
            folder.opened(page: target, at: now)
        } else if let closed = entry["closed"]?.stringValue {
            folder.closed(page: closed, at: now)
        }
    }

    private func untimed(_ message: String) -> String {
        message.replacing(/\ (in|after) \d+\.\d\d s/, with: "")
    }

    /// The messages, those of steps that were caused by others indented below them.
    private func outline(_ rows: [SettledStep]) -> [String] {
        var depths: [ActivityID: Int] = [:]
        return rows.map { row in
            let depth = row.draft.parent.flatMap { depths[$0] }.map { $0 + 1 } ?? 0
            depths[row.id] = depth
            return String(repeating: "  ", count: depth) + untimed(row.draft.message)
        }
    }

    /// Beside the traffic lies what a person told of it who had the script before them.
    @Test(arguments: ["playwright", "puppeteer", "selenium", "browser-use"])
    func `a script is told step by step, and nothing else is`(client: String) throws {
        let told = outline(try rows(of: client).filter { $0.draft.view == .normal && $0.draft.category != .runtime })
        let story = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(client).txt")
        let expected = try String(contentsOf: story, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(told == expected, "\(told.difference(from: expected))")
        #expect(told.allSatisfy { !$0.contains("hunter") && !$0.contains("somewhere") })
    }
}
