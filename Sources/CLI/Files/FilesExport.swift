import ArgumentParser
import Martlet

struct FilesExport: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Put a run's files into one ZIP.",
        discussion: """
            The archive becomes a file of the run. With --output it is also downloaded.

            Examples:
              martlet files export latest --type download --output session.zip
              martlet files export latest --include events --include activity --include recording --output run.zip
            """
    )

    @Argument(help: RunArgument.help) var run: RunArgument
    @Option(help: "The archive's name.") var name: String?
    @Option(help: "Only files of this type. May be given several times.") var type: [String] = []
    @Option(help: "Put this in too: events, activity or recording. May be given several times.") var include: [String] =
        []
    @Option(name: .shortAndLong, help: "Download it to this path.", completion: .file()) var output: String?
    @Flag(name: .shortAndLong, help: "Replace a file that is there.") var force = false
    @Flag(help: "The file as JSON.") var json = false
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let destination = try output.map { try Destination($0, force: force) }
        let parts = include.map(Martlet.ArchivePart.init(rawValue:))
        let id = try await run.id(martlet)
        let file = try await martlet.runs.files.export(id, name: name, type: type, include: parts)
        if json { Output.line(JSON.object(file.json).text) }
        if let destination {
            try await Download(martlet: martlet, file: file).save(to: destination)
        } else if !json {
            Output.line("Made \(file.name) (\(TextFormat.size(file.sizeInBytes))): martlet files download \(file.id)")
        }
    }
}
