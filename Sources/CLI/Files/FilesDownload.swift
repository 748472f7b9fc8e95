import ArgumentParser
import Martlet

struct FilesDownload: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "download",
        abstract: "Download files.",
        discussion: """
            A file gets its name only when all of it has come: there is never half a file, also not after Ctrl-C.

            Examples:
              martlet files download 01a2…                      # into this folder, under its own name
              martlet files download 01a2… --output report.pdf
              martlet files download 01a2… --output - | less
              martlet files download --run latest --output files/
            """
    )

    @Argument(help: "Ids of files.") var files: [String] = []
    @Option(help: "All files of this run (id or `latest`).") var run: RunArgument?
    @Option(name: .shortAndLong, help: "A file, a folder, or - for standard output.", completion: .file()) var output =
        "."
    @Flag(name: .shortAndLong, help: "Replace files that are there.") var force = false
    @OptionGroup var server: ServerOptions

    func validate() throws {
        if files.isEmpty == (run == nil) { throw ValidationError("Give ids of files, or --run.") }
    }

    func run(_ martlet: Martlet) async throws {
        let found = try await found(martlet)
        // All of them are looked at first: either none or all can be written.
        let downloads = found.map { Download(martlet: martlet, file: $0) }
        guard output != "-" else {
            for download in downloads { try await download.print() }
            return
        }
        guard found.count < 2 || Destination.isFolder(output) else {
            throw CommandError("\(found.count) files need a folder: --output \(output)/", .usage)
        }
        let places = try found.map { try Destination(output, name: $0.name, force: force) }
        guard Set(places.map(\.path)).count == places.count else {
            throw CommandError(
                "Some of these files have the same name. Download them one by one with --output.",
                .conflict
            )
        }
        for (download, place) in zip(downloads, places) { try await download.save(to: place) }
    }

    private func found(_ martlet: Martlet) async throws -> [Martlet.File] {
        if let run { return try await martlet.runs.files.all(try await run.id(martlet)).collect() }
        var found: [Martlet.File] = []
        for file in files { found.append(try await martlet.files.get(Martlet.FileID(file))) }
        return found
    }
}
