import ArgumentParser
import Foundation
import Martlet

/// `martlet keys`.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Keys to the API.",
        discussion: """
            Examples:
              martlet keys create ci --expires-in 30d
              martlet keys delete KEY
            """,
        subcommands: [KeysList.self, KeysCreate.self, KeysDelete.self],
        aliases: ["key"]
    )
}

extension Martlet.APIKey {
    static let listing = Listing<Martlet.APIKey>(
        titles: ["ID", "BEGINS", "MADE", "USED", "LAPSES", "NAME"],
        json: { $0.json },
        row: { key in
            [
                Cell(key.id.rawValue), Cell(key.prefix), Cell(TextFormat.relative(key.createdAt)),
                Cell(key.lastUsedAt.map { TextFormat.relative($0) } ?? "never"),
                Cell(key.expiresAt.map { TextFormat.relative($0) } ?? "never"), Cell(key.name),
            ]
        }
    )
}

struct KeysList: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List keys, newest first.")

    @OptionGroup var list: ListOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        try await Martlet.APIKey.listing.print(martlet.apiKeys.all(), list, output)
    }
}

struct KeysCreate: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a key. Its secret is printed this once."
    )

    @Argument(help: "What it is for.") var name: String?
    @Option(help: "It lapses after so long: 12h, 30d. Default: never.") var expiresIn: Span?
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let lapses = expiresIn.map { Date().addingTimeInterval($0.duration / .seconds(1)) }
        let made = try await martlet.apiKeys.create(name: name, expiresAt: lapses)
        output.print(
            made.json,
            [
                ("id", Cell(made.key.id.rawValue)), ("secret", Cell(made.secret, .green)),
                ("lapses", made.key.expiresAt.map { Cell(TextFormat.relative($0)) }),
            ]
        )
    }
}

struct KeysDelete: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "delete", abstract: "Revoke keys at once.")

    @Argument(help: "Ids of keys.") var keys: [String]
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        for key in keys {
            try await martlet.apiKeys.delete(Martlet.APIKeyID(key))
            output.print(["id": .string(key), "deleted": true], "Revoked \(key).")
        }
    }
}

/// `martlet whoami`.
struct WhoamiCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "whoami",
        abstract: "Say whose key this is: the quickest check of address and key."
    )

    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let identity = try await martlet.auth.whoami()
        output.print(
            identity.json,
            [
                ("server", Cell(martlet.configuration.baseURL)), ("key", Cell(identity.keyID)),
                ("organization", Cell(identity.organizationID)), ("email", identity.email.map { Cell($0) }),
                ("space", identity.defaultSpaceID.map { Cell($0.rawValue) }),
            ]
        )
    }
}
