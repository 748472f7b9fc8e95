import ArgumentParser
import Martlet

/// `martlet events`.
struct EventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "The facts of a run: navigations, requests, console lines, errors, dialogs, downloads.",
        discussion: """
            Examples:
              martlet events list latest --type navigation --type page.error
              martlet events stream latest --jsonl | jq -r 'select(.type == "console.message").data.text'
            """,
        subcommands: [EventsList.self, EventsStream.self],
        aliases: ["event"]
    )
}

/// Which events.
struct EventFilterOptions: ParsableArguments {
    @Option(help: "Only this type, such as navigation or network.response. May be given several times.")
    var type: [String] = []
    @Option(help: "Only this status, such as failed. May be given several times.") var status: [String] = []
    @Option(help: "Only those of this page.") var page: String?
    @Option(help: "Only those after this event's id.") var after: String?

    var filter: Martlet.EventFilter {
        Martlet.EventFilter(
            types: type.map(Martlet.EventType.init(rawValue:)),
            statuses: status.map(Martlet.EventStatus.init(rawValue:)),
            pageID: page.map { Martlet.TargetID($0) }
        )
    }
}

struct EventsList: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List a run's events, oldest first.")

    @Argument(help: RunArgument.help) var run: RunArgument
    @OptionGroup var which: EventFilterOptions
    @OptionGroup var list: ListOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let after = which.after.map { Martlet.EventID($0) }
        let events = martlet.runs.events.all(try await run.id(martlet), matching: which.filter, after: after)
        try await Martlet.Event.listing.print(events, list, output)
    }
}

struct EventsStream: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "stream",
        abstract: "Print a run's events as they happen, until it ends.",
        discussion:
            "It begins with those that are recorded already, and goes on by itself when the server is started again."
    )

    @Argument(help: RunArgument.help) var run: RunArgument
    @OptionGroup var which: EventFilterOptions
    @Flag(help: "JSON, one event a line.") var jsonl = false
    @Flag(help: "Print an address for `EventSource` in a page instead; it carries its own credential.") var link = false
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let (id, after) = (try await run.id(martlet), which.after.map { Martlet.EventID($0) })
        if link {
            let url = try await martlet.runs.events.streamURL(id, matching: which.filter, unnamed: true)
            return Output.line(url)
        }
        var table = Table(Martlet.Event.listing.titles)
        for try await event in martlet.runs.events.stream(id, matching: which.filter, after: after) {
            let lines = jsonl ? [JSON.object(event.json).text] : table.lines([event.row])
            for line in lines { Output.line(line) }
        }
    }
}

extension Martlet.Event {
    static let listing = Listing<Martlet.Event>(
        titles: ["   #", "TIME (UTC)  ", "TYPE            ", "STATUS  ", "WHAT"],
        json: { $0.json },
        row: { $0.row }
    )

    var row: [Cell] {
        let number = number.map { "\($0)" } ?? ""
        let blanks = String(repeating: " ", count: max(0, 4 - number.count))
        return [
            Cell(blanks + number, .dim), Cell(TextFormat.clock(time)), Cell(type.rawValue),
            .status(status?.rawValue), Cell(name ?? data["url"]?.stringValue),
        ]
    }
}
