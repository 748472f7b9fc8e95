import JSON
import Model
import Testing

struct EventIDTests {
    let run = RunID()

    @Test(arguments: [0, 1, 4095, 4096, 0xFFF_FFFF, 0x1000_0000, 0xFF_FFFF_FFFF] as [Int64])
    func `an id carries its number and its run`(number: Int64) {
        let id = EventID(run: run, number: number, milliseconds: 1_800_000_000_000)
        #expect(id.number == number)
        #expect(id.uuid.milliseconds == 1_800_000_000_000)
        #expect(id.belongs(to: run))
        #expect(!id.belongs(to: RunID()))
        #expect(EventID(id.description) == id)
        #expect(id.uuid.high >> 12 & 0xF == 7 && id.uuid.low >> 62 == 2)
    }

    @Test func `ids sort as their numbers, also as text`() {
        let numbers: [Int64] = [1, 2, 9, 10, 4095, 4096, 0xFFF_FFFF, 0x1000_0000, 0x1000_0001]
        let ids = numbers.map { EventID(run: run, number: $0, milliseconds: 5) }
        #expect(ids == ids.sorted())
        #expect(ids.map(\.description) == ids.map(\.description).sorted())
    }

    @Test func `an event's text has the contract's members in their order`() throws {
        let draft = EventDraft(
            type: .networkResponse,
            status: .received,
            time: Timestamp(milliseconds: 0),
            name: "GET \"/\"",
            pageID: "P",
            contextID: "C",
            durationSeconds: 0.25,
            data: ["status": 200]
        )
        let id = EventID(run: run, number: 7, milliseconds: 1)
        let event = Event(draft, id: id)
        let expected =
            #"{"id":"\#(id)","seq":7,"type":"network.response","time":"1970-01-01T00:00:00.000Z","status":"received","#
            + #""name":"GET \"/\"","pageId":"P","contextId":"C","durationSeconds":0.25,"data":{"status":200}}"#
        #expect(String(decoding: event.json, as: UTF8.self) == expected)
        #expect(event.number == 7)
    }

    @Test func `what an event has not is left out of its text`() {
        let id = EventID(run: run, number: 1, milliseconds: 1)
        let event = Event(EventDraft(type: .dialog, status: nil, time: Timestamp(milliseconds: 0)), id: id)
        let expected = #"{"id":"\#(id)","seq":1,"type":"dialog","time":"1970-01-01T00:00:00.000Z","data":{}}"#
        #expect(String(decoding: event.json, as: UTF8.self) == expected)
    }
}
