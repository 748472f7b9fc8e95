import ArgumentParser
import Martlet

struct RunsList: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List runs, newest first.",
        discussion: """
            Examples:
              martlet runs list --runtime shop --status failed
              martlet runs list --all --jsonl | jq -r .id
            """
    )

    @Option(help: "Only those of this runtime (id or name).") var runtime: RuntimeArgument?
    @Option(help: "Only those of this space.") var space: String?
    @Option(help: "Only those that are active, stopped or failed. May be given several times.") var status: [String] =
        []
    @OptionGroup var list: ListOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let runs = martlet.runs.all(
            spaceID: space.map { Martlet.SpaceID($0) },
            runtimeID: try await runtime?.id(martlet),
            status: status.map(Martlet.RunStatus.init(rawValue:))
        )
        try await Martlet.Run.listing.print(runs, list, output)
    }
}
