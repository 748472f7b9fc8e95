import Foundation
import JSON
import Martlet

/// Prints lists of one noun.
struct Listing<Item: Sendable> {
    let titles: [String]
    let json: @Sendable (Item) -> JSONObject
    let row: @Sendable (Item) -> [Cell]

    /// Prints a list as the options ask for it; page by page, so that a long one does not have to fit into memory.
    func print(_ items: Martlet.Pages<Item>, _ options: ListOptions, _ output: OutputOptions) async throws {
        guard options.watch else { return try await printOnce(items, options, output) }
        var last = ""
        while true {
            let text = try await text(items, options, output)
            if text != last || Terminal.width != nil {
                Output.text((Terminal.width == nil ? "" : "\u{1B}[H\u{1B}[2J") + text)
                last = text
            }
            try await Task.sleep(for: .seconds(2))
        }
    }

    private func text(_ items: Martlet.Pages<Item>, _ options: ListOptions, _ output: OutputOptions) async throws
        -> String
    {
        let found = try await items.collect(limit: options.maximum)
        if output.json { return JSON.array(found.map { .object(json($0)) }).text + "\n" }
        if output.jsonl { return found.map { JSON.object(json($0)).text + "\n" }.joined() }
        var table = Table(titles)
        let lines = table.lines(found.map(row))
        return ([table.header()] + lines).joined(separator: "\n") + "\n"
    }

    private func printOnce(_ items: Martlet.Pages<Item>, _ options: ListOptions, _ output: OutputOptions) async throws {
        var printer = ListPrinter(listing: self, output: output)
        var count = 0
        for try await item in items {
            if count == options.maximum {
                printer.isCut = true
                break
            }
            count += 1
            printer.add(item)
        }
        printer.finish(count)
    }
}

/// Prints the items of one list as they come, a batch at a time.
private struct ListPrinter<Item: Sendable> {
    let listing: Listing<Item>
    let output: OutputOptions
    /// There are more items than were asked for.
    var isCut = false
    private var table: Table
    private var batch: [Item] = []
    private var isFirst = true

    init(listing: Listing<Item>, output: OutputOptions) {
        self.listing = listing
        self.output = output
        table = Table(listing.titles)
    }

    mutating func add(_ item: Item) {
        batch.append(item)
        if batch.count == 200 { flush() }
    }

    private mutating func flush() {
        if output.json {
            for item in batch {
                Output.text((isFirst ? "[" : ",\n") + JSON.object(listing.json(item)).text)
                isFirst = false
            }
        } else if output.jsonl {
            Output.text(batch.map { JSON.object(listing.json($0)).text + "\n" }.joined())
        } else {
            let lines = table.lines(batch.map(listing.row))
            Output.line(((isFirst ? [table.header()] : []) + lines).joined(separator: "\n"))
            isFirst = false
        }
        batch.removeAll(keepingCapacity: true)
    }

    mutating func finish(_ count: Int) {
        if !batch.isEmpty { flush() }
        if output.json { Output.line(isFirst ? "[]" : "]") }
        guard !output.isForPrograms, Terminal.isTerminal(STDERR_FILENO) else { return }
        if count == 0 { Output.error("Nothing found.") }
        if isCut { Output.error("The first \(count). There are more: --limit N or --all.") }
    }
}
