import CDP
import Model
import Testing

@testable import Recorder

@Suite struct ScreencastTests {
    private var screencast = Screencast(ScreencastSettings(), isRecording: true)
    private var number: UInt8 = 0

    /// Which sessions were told to start and to stop.
    private func commands(_ actions: [Screencast.Action]) -> [String] {
        actions.compactMap { action in
            switch action {
            case .start(_, let session): "start \(session)"
            case .stop(let session): "stop \(session)"
            default: nil
            }
        }
    }

    private func kept(_ actions: [Screencast.Action]) -> [Int64] {
        actions.compactMap { if case .keep(let frame) = $0 { frame.number } else { nil } }
    }

    private func shown(_ actions: [Screencast.Action]) -> [Int64] {
        actions.compactMap { if case .show(let frame) = $0 { frame.number } else { nil } }
    }

    private func sessions(_ pages: String...) -> [String: String] {
        Dictionary(uniqueKeysWithValues: pages.map { ($0, "s\($0)") })
    }

    private mutating func frame(_ session: String, at now: Int64, same: Bool = false) throws -> [Screencast.Action] {
        if !same { number += 1 }
        return screencast.frame(try castFrame(number), session: session, at: now)
    }

    @Test mutating func `the front page is cast, and three behind it`() {
        let four = screencast.update(sessions("A", "B", "C", "D"), front: "A", at: 0)
        #expect(Set(commands(four)) == ["start sA", "start sB", "start sC", "start sD"])
        let fifth = screencast.update(sessions("A", "B", "C", "D", "E"), front: "E", at: 1)
        #expect(commands(fifth).filter { $0.hasPrefix("start") } == ["start sE"])
        #expect(commands(fifth).filter { $0.hasPrefix("stop") }.count == 1)
        #expect(!commands(fifth).contains("stop sA"))
    }

    @Test mutating func `a page that an agent drives is cast again`() {
        for page in ["A", "B", "C", "D", "E"] {
            _ = screencast.update(sessions("A", "B", "C", "D", "E"), front: page, at: 0)
        }
        #expect(commands(screencast.driven("A", at: 10)) == ["stop sB", "start sA"])
        #expect(screencast.driven("unknown", at: 10).isEmpty)
    }

    @Test mutating func `a page that is gone is told nothing`() {
        _ = screencast.update(sessions("A", "B"), front: "B", at: 0)
        #expect(commands(screencast.update(sessions("A"), front: "A", at: 1)).isEmpty)
        #expect(commands(screencast.update([:], front: nil, at: 2)).isEmpty)
    }

    @Test mutating func `each frame is shown, equal ones once, and kept at the rate with the last of a burst`() throws {
        _ = screencast.update(sessions("A"), front: "A", at: 0)
        var (shown, kept): ([Int64], [Int64]) = ([], [])
        for time in stride(from: Int64(1000), to: 1050, by: 16) {
            let actions = try frame("sA", at: time)
            shown += self.shown(actions)
            kept += self.kept(actions)
        }
        #expect(shown == [1, 2, 3, 4] && kept == [1])
        #expect(self.kept(screencast.wake("A", at: 1099)).isEmpty)
        #expect(self.kept(screencast.wake("A", at: 1100)) == [4])
        let again = try frame("sA", at: 1140, same: true)
        #expect(self.shown(again).isEmpty && self.kept(again).isEmpty)
    }

    @Test mutating func `a picture that a newer one has overtaken is left out`() throws {
        _ = screencast.update(sessions("A"), front: "A", at: 0)
        #expect(kept(screencast.frame(try castFrame(1, at: 5000), session: "sA", at: 1000)) == [1])
        let late = screencast.frame(try castFrame(2, at: 4983), session: "sA", at: 1200)
        #expect(shown(late).isEmpty && kept(late).isEmpty)
        #expect(late.count == 1, "it is acknowledged all the same")
        let setBack = try castFrame(3, at: 3000)
        let actions = screencast.frame(setBack, session: "sA", at: 1400)
        #expect(kept(actions) == [2])
        #expect(actions.contains { if case .keep(let frame) = $0 { frame.time == setBack.time } else { false } })
    }

    @Test mutating func `two pictures that come in turn are kept a few times, and then not told again`() throws {
        _ = screencast.update(sessions("A"), front: "A", at: 0)
        var kept: [Int64] = []
        for turn in 0..<20 {
            kept += self.kept(screencast.wake("A", at: Int64(turn) * 500))
            kept += self.kept(screencast.frame(try castFrame(UInt8(turn % 2)), session: "sA", at: Int64(turn) * 500))
        }
        #expect(kept == [1, 2, 3, 4, 5, 6])
        #expect(self.kept(screencast.frame(try castFrame(9), session: "sA", at: 20_000)) == [7], "a third one")
    }

    @Test mutating func `an agent's act stops the cast for a while, unless somebody watches`() throws {
        _ = screencast.update(sessions("A"), front: "A", at: 0)
        _ = try frame("sA", at: 10)
        #expect(commands(screencast.acted("A", at: 1000)) == ["stop sA"])
        #expect(commands(screencast.wake("A", at: 1100)) == ["start sA"])
        _ = try frame("sA", at: 1130)
        _ = screencast.watched(at: [nil: 10], at: 1200)
        #expect(screencast.acted("A", at: 2000).isEmpty)
    }

    @Test mutating func `what waits is kept at the end, and when a page goes`() throws {
        _ = screencast.update(sessions("A", "B"), front: "A", at: 0)
        _ = try frame("sA", at: 1000)
        _ = try frame("sA", at: 1010)
        _ = try frame("sB", at: 1000)
        _ = try frame("sB", at: 1010)
        #expect(kept(screencast.update(sessions("A"), front: "A", at: 1020)) == [4])
        #expect(screencast.finish(at: 1030).map(\.number) == [2])
    }

    @Test mutating func `pages behind are kept once a second, driven ones at the full rate`() throws {
        _ = screencast.update(sessions("A", "B"), front: "A", at: 0)
        #expect(kept(try frame("sB", at: 1000)) == [1])
        #expect(kept(try frame("sB", at: 1500)).isEmpty)
        #expect(kept(screencast.wake("B", at: 2000)) == [2])
        _ = screencast.driven("B", at: 2100)
        #expect(kept(try frame("sB", at: 2200)) == [3])
    }

    /// The times of the wakes that are planned.
    private func wakes(_ actions: [Screencast.Action]) -> [Int64] {
        actions.compactMap { if case .wake(_, let time) = $0 { time } else { nil } }
    }

    @Test mutating func `wakes do not multiply while an animated page is watched`() throws {
        _ = screencast.update(sessions("A"), front: "A", at: 0)
        var waiting = wakes(screencast.watched(at: [nil: 25], at: 0))
        for time in stride(from: Int64(0), to: 10_000, by: 10) {
            let due = waiting.filter { $0 <= time }
            waiting.removeAll { $0 <= time }
            for _ in due { waiting += wakes(screencast.wake("A", at: time)) }
            if time % 50 == 0 { waiting += wakes(try frame("sA", at: time)) }
            if time % 1000 == 0 { waiting += wakes(screencast.driven("A", at: time)) }
            #expect(waiting.count < 10)
        }
    }

    @Test mutating func `the last picture of a burst is kept, also of a page that goes behind meanwhile`() throws {
        _ = screencast.update(sessions("A", "B"), front: "A", at: 0)
        _ = try frame("sA", at: 1000)
        #expect(wakes(try frame("sA", at: 1050)) == [1100])
        _ = screencast.update(sessions("A", "B"), front: "B", at: 1060)
        #expect(wakes(screencast.wake("A", at: 1100)) == [2000])
        #expect(screencast.wake("A", at: 1500).isEmpty, "the right one is on its way")
        #expect(kept(screencast.wake("A", at: 2000)) == [2])
    }

    @Test mutating func `a page that is watched is cast at the rate asked for, wherever it stands`() {
        let all = ["A", "B", "C", "D", "E", "F"]
        let pages = Dictionary(uniqueKeysWithValues: all.map { ($0, "s\($0)") })
        for page in all { _ = screencast.update(pages, front: page, at: 0) }
        #expect(commands(screencast.watched(at: ["A": 25, nil: 10, "unknown": 5], at: 1)) == ["start sA"])
        #expect(commands(screencast.watched(at: [nil: 10], at: 2)) == ["stop sA"])
        screencast = Screencast(ScreencastSettings(), isRecording: false)
        _ = screencast.update(pages, front: "F", at: 0)
        #expect(commands(screencast.watched(at: ["A": 25], at: 1)) == ["start sA"])
        #expect(Set(commands(screencast.watched(at: [nil: 25], at: 2))) == ["stop sA", "start sF"])
    }

    @Test mutating func `without a recording pages are cast only while somebody watches`() throws {
        screencast = Screencast(ScreencastSettings(), isRecording: false)
        #expect(commands(screencast.update(sessions("A", "B"), front: "A", at: 0)).isEmpty)
        #expect(commands(screencast.watched(at: [nil: 25], at: 1)) == ["start sA"])
        let actions = try frame("sA", at: 10)
        #expect(shown(actions) == [1] && kept(actions).isEmpty)
        #expect(commands(screencast.watched(at: [:], at: 20)) == ["stop sA"])
    }
}

/// A message of the browser with a tiny JPEG that differs by its number.
func castFrame(_ number: UInt8, at milliseconds: Int = 250) throws -> CastFrame {
    let head: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 17, 8, 0x02, 0xD0, 0x05, 0x00, 3]
    let text = Base64Text.encode(head + [number, 0xFF, 0xD9])
    let json = #"""
        {"method":"Page.screencastFrame","params":{"data":"\#(text)","metadata":{"offsetTop":0,"pageScaleFactor":1,\#
        "deviceWidth":1280,"deviceHeight":720,"scrollOffsetX":0,"scrollOffsetY":12.5,"timestamp":\#(1_790_000_000 + Double(milliseconds) / 1000)},\#
        "sessionId":7},"sessionId":"s"}
        """#
    return try #require(CastFrame(try CDPMessage(Array(json.utf8)), at: .now))
}
