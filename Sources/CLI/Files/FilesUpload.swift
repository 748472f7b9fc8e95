import ArgumentParser
import Martlet

struct FilesUpload: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "upload",
        abstract: "Upload a file to the store, or with --runtime also into a browser's workspace.",
        discussion: """
            Examples:
              martlet files upload invoice.pdf --path inbox/invoice.pdf
              martlet files upload passport.jpg --runtime shop --runtime-path passport.jpg
            """
    )

    @Argument(help: "The file on this machine.", completion: .file()) var file: String
    @Option(help: "Where it is to be in the store. Default: its name.") var path: String?
    @Option(help: "Its name in the store. Default: that on this machine.") var name: String?
    @Option(help: "The space it belongs to. Default: the default space.") var space: String?
    @Option(help: "Put it into this runtime's workspace too (id or name).") var runtime: RuntimeArgument?
    @Option(help: "Where it is to be in the workspace.") var runtimePath: String?
    @Option(help: "A JSON object that is kept with it.") var metadata: JSONArgument?
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func validate() throws {
        if runtimePath != nil, runtime == nil { throw ValidationError("--runtime-path goes with --runtime.") }
        if space != nil, runtime != nil { throw ValidationError("A runtime's files go to its own space.") }
    }

    func run(_ martlet: Martlet) async throws {
        let bar = ProgressBar(file)
        defer { bar.clear() }
        if let runtime {
            let staged = try await martlet.runtimes.files.upload(
                try await runtime.id(martlet),
                file,
                name: name,
                destinationPath: path,
                runtimePath: runtimePath,
                metadata: metadata?.object
            ) { bar.show($0, of: $1) }
            bar.clear()
            return output.print(staged.json, "Staged \(staged.runtimePath) (\(TextFormat.size(staged.sizeInBytes))).")
        }
        let uploaded = try await martlet.files.upload(
            file,
            path: path,
            name: name,
            spaceID: space.map { Martlet.SpaceID($0) },
            metadata: metadata?.object
        ) { bar.show($0, of: $1) }
        bar.clear()
        output.print(uploaded.json, uploaded.details)
    }
}
