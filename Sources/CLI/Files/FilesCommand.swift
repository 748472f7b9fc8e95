import ArgumentParser
import Martlet

/// `martlet files`.
struct FilesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "files",
        abstract: "Bytes that went into runs and came out of them.",
        discussion: """
            Examples:
              martlet files list --run latest
              martlet files download 01a2… --output report.pdf
              martlet files export latest --output session.zip
              martlet files upload invoice.pdf --path inbox/invoice.pdf
            """,
        subcommands: [
            FilesList.self, FilesGet.self, FilesDownload.self, FilesUpload.self, FilesUpdate.self, FilesDelete.self,
            FilesExport.self, FilesStage.self, FilesCollect.self,
        ],
        aliases: ["file"]
    )
}

extension Martlet.File {
    static let listing = Listing<Martlet.File>(
        titles: ["ID", "TYPE", "SIZE", "MADE", "PATH"],
        json: { $0.json },
        row: { file in
            [
                Cell(file.id.rawValue), Cell(file.type ?? file.source.rawValue),
                Cell(TextFormat.size(file.sizeInBytes)),
                Cell(TextFormat.relative(file.createdAt)), Cell(file.path.isEmpty ? file.name : file.path),
            ]
        }
    )

    var details: [(name: String, value: Cell?)] {
        [
            ("id", Cell(id.rawValue)), ("name", Cell(name)), ("path", Cell(path)), ("type", type.map { Cell($0) }),
            ("size", Cell(TextFormat.size(sizeInBytes))), ("content", Cell(contentType)),
            ("source", Cell(source.rawValue)), ("run", runID.map { Cell($0.rawValue) }),
            ("made", Cell(TextFormat.relative(createdAt))),
            ("metadata", metadata.map { Cell(JSON.object($0).text) }),
        ]
    }
}
