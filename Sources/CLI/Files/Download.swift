import Martlet

/// Brings a file to this machine and says so.
struct Download {
    let martlet: Martlet
    let file: Martlet.File

    func save(to destination: Destination) async throws {
        let bar = ProgressBar(file.name)
        defer { bar.clear() }
        let size = try await martlet.files.download(file.id, to: destination.path) { bar.show($0, of: $1) }
        bar.clear()
        Output.error("\(destination.path.printable): \(TextFormat.size(size))")
    }

    /// To standard output.
    func print() async throws {
        for try await piece in try await martlet.files.content(file.id) { Output.bytes(piece) }
    }
}
