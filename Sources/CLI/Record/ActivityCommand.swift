import ArgumentParser
import Martlet

/// `martlet activity`.
struct ActivityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activity",
        abstract: "The story of a run, in steps that a person would name.",
        discussion: """
            Examples:
              martlet activity list latest --all
              martlet activity stream latest --severity error
            """,
        subcommands: [ActivityList.self, ActivityStream.self]
    )
}

/// Which steps.
struct ActivityFilterOptions: ParsableArguments {
    @Option(help: "normal, or debug for all rows.") var view: String?
    @Option(help: "Only this type, such as browser.click. May be given several times.") var type: [String] = []
    @Option(help: "Only this category, such as browser or network. May be given several times.")
    var category: [String] = []
    @Option(help: "Only info, warning or error. May be given several times.") var severity: [String] = []
    @Option(help: "Only those after this step's id.") var after: String?

    var filter: Martlet.ActivityFilter {
        Martlet.ActivityFilter(
            view: view.map(Martlet.ActivityView.init(rawValue:)),
            types: type,
            categories: category.map(Martlet.ActivityCategory.init(rawValue:)),
            severities: severity.map(Martlet.ActivitySeverity.init(rawValue:))
        )
    }
}

struct ActivityList: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List a run's steps, oldest first.")

    @Argument(help: RunArgument.help) var run: RunArgument
    @OptionGroup var which: ActivityFilterOptions
    @OptionGroup var list: ListOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let after = which.after.map { Martlet.ActivityID($0) }
        let steps = martlet.runs.activity.all(try await run.id(martlet), matching: which.filter, after: after)
        try await Martlet.ActivityItem.listing.print(steps, list, output)
    }
}

struct ActivityStream: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "stream",
        abstract: "Print a run's steps as they happen, until it ends. `runs watch` shows more around them."
    )

    @Argument(help: RunArgument.help) var run: RunArgument
    @OptionGroup var which: ActivityFilterOptions
    @Flag(help: "JSON, one step a line.") var jsonl = false
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let (id, after) = (try await run.id(martlet), which.after.map { Martlet.ActivityID($0) })
        for try await item in martlet.runs.activity.stream(id, matching: which.filter, after: after) {
            Output.line(jsonl ? JSON.object(item.json).text : item.line(.output))
        }
    }
}

extension Martlet.ActivityItem {
    static let listing = Listing<Martlet.ActivityItem>(
        titles: ["TIME (UTC)  ", "CATEGORY", "WHAT"],
        json: { $0.json },
        row: { [Cell(TextFormat.clock($0.time)), Cell($0.category.rawValue, .dim), Cell($0.shown, $0.color)] }
    )

    /// One line of a story: the time, and the step, indented below the one that caused it.
    func line(_ style: Style) -> String {
        style.paint(TextFormat.clock(time), .dim) + "  " + style.paint(shown.printable, color)
    }

    private var shown: String { (parentID == nil ? "" : "    ") + message }

    private var color: Style.Color? { severity.flatMap { Style.color(ofStatus: $0.rawValue) } }
}
