import Foundation
import JSON
import Model

/// Events as a browser makes them: mostly network and console, about 360 bytes of JSON each.
enum Workload {
    static func event(_ number: Int64, of run: Run) -> Event {
        let draft: EventType
        switch number % 10 {
        case 0...3: draft = .networkRequest
        case 4...7: draft = .networkResponse
        default: draft = .consoleMessage
        }
        // One in a hundred is a navigation of one of 10,000 pages: as many kinds.
        let isNavigation = number % 100 == 50
        let type: EventType = number % 100_000 == 7 ? .dialog : isNavigation ? .navigation : draft
        let page = isNavigation ? "P\(number / 100 % 10_000)" : "4F2A9C0D7E1B4A5588D3C6E0F1A2B3C\(number / 1000 % 4)"
        return Event(
            EventDraft(
                type: type,
                status: number % 2 == 0 ? .started : .finished,
                time: run.startedAt,
                name: "GET /catalogue/items",
                pageID: page,
                contextID: "A7E1B4A5588D3C6E0F1A2B3C4D5E6F70",
                data: ["url": .string("https://shop.example.com/catalogue/items?page=\(number)&sort=price")]
            ),
            id: EventID(run: run.id, number: number, milliseconds: run.startedAt.milliseconds + number / 10)
        )
    }

    static func seconds(_ body: () async throws -> Void) async rethrows -> Double {
        let clock = ContinuousClock()
        let time = try await clock.measure { try await body() }
        return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }

    static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    static func withFolder(in parent: String, _ body: (String) async throws -> Void) async throws {
        let folder = "\(parent)/martlet-benchmark-\(UUID())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(atPath: folder) } catch { print("left behind: \(folder)") }
        }
        try await body(folder)
    }
}
