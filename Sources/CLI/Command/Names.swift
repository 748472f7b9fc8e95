import ArgumentParser
import Martlet

/// A run on the command line: its id, or `latest`.
struct RunArgument: ExpressibleByArgument {
    let text: String
    init(argument: String) { text = argument }

    func id(_ martlet: Martlet) async throws -> Martlet.RunID {
        guard text == "latest" else { return Martlet.RunID(text) }
        guard let run = try await martlet.runs.list(limit: 1).items.first else {
            throw CommandError("There is no run yet.", .notFound)
        }
        return run.id
    }

    static let help: ArgumentHelp = "The run's id, or `latest`."
}

/// A runtime on the command line: its id, or its name if no other has it.
struct RuntimeArgument: ExpressibleByArgument {
    let text: String
    init(argument: String) { text = argument }

    func id(_ martlet: Martlet) async throws -> Martlet.RuntimeID {
        if looksLikeID { return Martlet.RuntimeID(text) }
        var found: [Martlet.Runtime] = []
        for try await runtime in martlet.runtimes.all() where runtime.name == text { found.append(runtime) }
        switch found.count {
        case 1: return found[0].id
        case 0: throw CommandError("No runtime has the name or id `\(text)`. See `martlet runtimes list`.", .notFound)
        default:
            let ids = found.map(\.id.rawValue).joined(separator: ", ")
            throw CommandError(
                "\(found.count) runtimes have the name `\(text)`: say which by its id: \(ids).",
                .conflict
            )
        }
    }

    /// Ids are UUIDs.
    private var looksLikeID: Bool {
        text.count == 36 && text.allSatisfy { $0.isHexDigit || $0 == "-" }
    }

    static let help: ArgumentHelp = "The runtime's id, or its name."
}
