import ArgumentParser
import Martlet

struct FilesUpdate: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Change a file's name or metadata."
    )

    @Argument(help: "The file's id.") var file: String
    @Option(help: "Its new name.") var name: String?
    @Option(help: "A JSON object that replaces what is kept with it.") var metadata: JSONArgument?
    @Flag(help: "Remove what is kept with it.") var clearMetadata = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let file = try await martlet.files.update(
            Martlet.FileID(file),
            name: name,
            metadata: clearMetadata ? .null : metadata.map { .object($0.object) }
        )
        output.print(file.json, file.details)
    }
}

struct FilesDelete: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "delete", abstract: "Delete files.")

    @Argument(help: "Ids of files.") var files: [String]
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        for file in files {
            try await martlet.files.delete(Martlet.FileID(file))
            output.print(["id": .string(file), "deleted": true], "Deleted \(file).")
        }
    }
}
