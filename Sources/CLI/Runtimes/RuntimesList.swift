import ArgumentParser
import Martlet

struct RuntimesList: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List runtimes, newest first.",
        discussion: """
            Examples:
              martlet runtimes list --status active --watch
              martlet runtimes list --all --jsonl | jq -r .name
            """
    )

    @Option(help: "Only those of this space.") var space: String?
    @Option(help: "Only those that are active, stopped or failed. May be given several times.") var status: [String] =
        []
    @OptionGroup var list: ListOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let runtimes = martlet.runtimes.all(
            spaceID: space.map { Martlet.SpaceID($0) },
            status: status.map(Martlet.RuntimeStatus.init(rawValue:))
        )
        try await Martlet.Runtime.listing.print(runtimes, list, output)
    }
}
