import ArgumentParser
import Martlet

/// A run on the command line: its id, or `latest`.
struct RunArgument: ExpressibleByArgument {
    let text: String
    init(argument: String) { text = argument }

    func id(_ martlet: Martlet) async throws -> Martlet.RunID {
        guard text == "latest" else { return try named() }
        guard let run = try await martlet.runs.list(limit: 1).items.first else {
            throw CommandError("There is no run yet.", .notFound)
        }
        return run.id
    }

    private func named() throws -> Martlet.RunID {
        guard text.looksLikeID || text.isEmpty else {
            throw CommandError("No run has the id `\(text)`. See `martlet runs list`.", .notFound)
        }
        return Martlet.RunID(text)
    }

    static let help: ArgumentHelp = "The run's id, or `latest`."
}

/// A runtime on the command line: its id, or its name if no other has it.
struct RuntimeArgument: ExpressibleByArgument {
    let text: String
    init(argument: String) { text = argument }

    func id(_ martlet: Martlet) async throws -> Martlet.RuntimeID {
        if text.looksLikeID { return Martlet.RuntimeID(text) }
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

    static let help: ArgumentHelp = "The runtime's id, or its name."
}

extension String {
    /// Ids are UUIDs.
    fileprivate var looksLikeID: Bool { count == 36 && allSatisfy { $0.isHexDigit || $0 == "-" } }
}
