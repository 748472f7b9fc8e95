import ArgumentParser
import Martlet

struct RuntimesStop: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Stop runtimes; returns when the browsers are gone and the records sealed.",
        discussion: """
            Examples:
              martlet runtimes stop shop
              martlet runtimes stop --all
            """
    )

    @Argument(help: "Ids or names of runtimes.") var runtimes: [RuntimeArgument] = []
    @Flag(help: "All that are active.") var all = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func validate() throws {
        if runtimes.isEmpty != all { throw ValidationError("Give runtimes, or --all.") }
    }

    func run(_ martlet: Martlet) async throws {
        for id in try await ids(martlet) {
            let stop = try await martlet.runtimes.stop(id)
            let run = stop.runID.map { "; its run is \($0)" } ?? ""
            output.print(stop.json, stop.stopped ? "Stopped \(id)\(run)." : "\(id) was stopped already.")
        }
    }

    private func ids(_ martlet: Martlet) async throws -> [Martlet.RuntimeID] {
        if all { return try await martlet.runtimes.all(status: [.active]).collect().map(\.id) }
        var ids: [Martlet.RuntimeID] = []
        for runtime in runtimes { ids.append(try await runtime.id(martlet)) }
        return ids
    }
}
