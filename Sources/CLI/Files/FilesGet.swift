import ArgumentParser
import Martlet

struct FilesGet: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "get", abstract: "Show what is known of a file.")

    @Argument(help: "The file's id.") var file: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let file = try await martlet.files.get(Martlet.FileID(file))
        output.print(file.json, file.details)
    }
}
