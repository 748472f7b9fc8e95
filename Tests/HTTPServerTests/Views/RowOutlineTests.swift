import JSON
import Model
import Testing

@testable import HTTPServer

@Suite struct RowOutlineTests {
    private let start = Timestamp(milliseconds: 1_764_000_000_000)

    private func event(_ number: Int64, _ type: EventType, after milliseconds: Int64, name: String? = nil) -> Event {
        let run = Run(runtimeID: RuntimeID(), runtimeName: "shop", spaceID: SpaceID())
        let time = Timestamp(milliseconds: start.milliseconds + milliseconds)
        let draft = EventDraft(type: type, status: .received, time: time, name: name)
        return Event(draft, id: EventID(run: run.id, number: number, milliseconds: time.milliseconds))
    }

    @Test func `an outline holds number, time and type of each row`() throws {
        var outline = RowOutline(startedAt: start)
        for event in [
            event(1, .navigation, after: 0), event(2, .download, after: 90), event(3, .navigation, after: 91),
        ] {
            outline.append(number: event.number, json: event.json)
        }
        let json = try JSON.parse(outline.json(next: 3))
        #expect(json["rows"] == [1, 0, 0, 2, 90, 1, 3, 91, 0])
        #expect(json["types"] == ["navigation", "download"] && json["next"] == 3)
    }

    @Test func `an outline without rows says so`() throws {
        let json = try JSON.parse(RowOutline(startedAt: start).json(next: nil))
        #expect(json == ["types": [], "rows": [], "next": .null])
    }

    @Test func `what a page says in a row is not taken for the row's own type and time`() {
        let event = event(1, .consoleMessage, after: 7, name: #"","type":"x","time":"2020-01-01T00:00:00.000Z"#)
        #expect(RowHead(event.json)?.type == "console.message")
        #expect(RowHead(event.json)?.time.milliseconds == start.milliseconds + 7)
    }

    @Test func `a row of another shape is left out`() {
        for text in [#"{"id":"1"}"#, #"{"id":"1","seq":1,"type":"a","time":"yesterday"}"#, #"{"id":"1","seq":"#, "{"] {
            #expect(RowHead(Array(text.utf8)) == nil, "\(text)")
        }
        #expect(RowHead([]) == nil)
    }
}
