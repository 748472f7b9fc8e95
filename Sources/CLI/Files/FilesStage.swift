import ArgumentParser
import Martlet

struct FilesStage: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "stage",
        abstract: "Put a stored file into an active browser's workspace."
    )

    @Argument(help: RuntimeArgument.help) var runtime: RuntimeArgument
    @Argument(help: "The file's id.") var file: String
    @Option(help: "Where it is to be in the workspace. Default: its name.") var runtimePath: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let id = try await runtime.id(martlet)
        let staged = try await martlet.runtimes.files.stage(id, Martlet.FileID(file), runtimePath: runtimePath)
        output.print(staged.json, "Staged \(staged.runtimePath) (\(TextFormat.size(staged.sizeInBytes))).")
    }
}

struct FilesCollect: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract: "Take a file out of an active browser's workspace into the store."
    )

    @Argument(help: RuntimeArgument.help) var runtime: RuntimeArgument
    @Argument(help: "The file's path in the workspace.") var path: String
    @Option(help: "Where it is to be in the store.") var destinationPath: String?
    @Option(help: "Its type. Default `collected`.") var type: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let file = try await martlet.runtimes.files.collect(
            try await runtime.id(martlet),
            runtimePath: path,
            destinationPath: destinationPath,
            type: type
        )
        output.print(file.json, file.details)
    }
}
