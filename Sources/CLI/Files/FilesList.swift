import ArgumentParser
import Martlet

struct FilesList: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List files, newest first.",
        discussion: """
            Examples:
              martlet files list --run latest --type download
              martlet files list --prefix inbox/ --all
            """
    )

    @Option(help: "Only what this run produced (id or `latest`).") var run: RunArgument?
    @Option(help: "Only those of this runtime (id or name).") var runtime: RuntimeArgument?
    @Option(help: "Only those of this space.") var space: String?
    @Option(help: "Only upload or runtime.") var source: String?
    @Option(help: "Only this type, such as download or screenshot. May be given several times.") var type: [String] = []
    @Option(help: "Only those whose path begins so.") var prefix: String?
    @Option(help: "Only those whose name holds this.") var search: String?
    @OptionGroup var list: ListOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let filter = Martlet.FileFilter(
            spaceID: space.map { Martlet.SpaceID($0) },
            source: source.map(Martlet.FileSource.init(rawValue:)),
            prefix: prefix,
            search: search,
            runID: try await run?.id(martlet),
            runtimeID: try await runtime?.id(martlet),
            types: type
        )
        try await Martlet.File.listing.print(martlet.files.all(filter), list, output)
    }
}
