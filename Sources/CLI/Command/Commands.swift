public import ArgumentParser
import Foundation

/// The commands that talk to a server.
public enum Commands {
    public static let all: [any ParsableCommand.Type] = [
        RuntimesCommand.self, TargetsCommand.self, RunsCommand.self, EventsCommand.self, ActivityCommand.self,
        LiveCommand.self, RecordingCommand.self, FilesCommand.self, SpacesCommand.self, KeysCommand.self,
        LeasesCommand.self, HumanActionsCommand.self, WhoamiCommand.self, DoctorCommand.self, DemoCommand.self,
        ForwardCommand.self, OpenCommand.self,
    ]

    /// Runs the command that the arguments name, and ends the process. A wrong command line ends with status 2, as it does elsewhere.
    public static func main(_ root: any ParsableCommand.Type) async -> Never {
        do {
            var command = try root.parseAsRoot()
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
            root.exit()
        } catch {
            guard root.exitCode(for: error) == .validationFailure else { root.exit(withError: error) }
            Output.error(root.fullMessage(for: error))
            exit(ExitStatus.usage.rawValue)
        }
    }
}
