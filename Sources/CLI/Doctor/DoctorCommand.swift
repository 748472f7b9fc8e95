import ArgumentParser
import Foundation
import Martlet

/// `martlet doctor`.
struct DoctorCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check this machine and the server on it, and say what to do about what is wrong.",
        discussion: """
            Exit status 0 when Martlet can do its job here (warnings included), 1 when it cannot.

            Examples:
              martlet doctor
              martlet doctor --json | jq '.[] | select(.grade != "ok")'
            """
    )

    @Option(
        help: "The browser's executable. Default $MARTLET_CHROMIUM, else the first that a server finds.",
        completion: .file()
    )
    var chromium: String?
    @Flag(help: "The findings as JSON.") var json = false
    @OptionGroup var server: ServerOptions

    func run(_ martlet: Martlet) async throws {
        let environment = ProcessInfo.processInfo.environment
        let folder = server.dataDir ?? Martlet.LocalServer().dataFolder
        let programs = ProgramChecks(chromium: chromium ?? environment["MARTLET_CHROMIUM"])
        let findings =
            programs.findings() + MachineChecks(dataFolder: folder).findings()
            + (await ServerCheck(martlet: martlet).findings())
        report(findings)
        if findings.contains(where: { $0.grade == .bad }) { throw ExitCode(ExitStatus.failure.rawValue) }
    }

    private func report(_ findings: [Finding]) {
        if json { return Output.line(JSON.array(findings.map(\.json)).text) }
        var table = Table(["", "CHECK", "FOUND"], width: nil)
        let lines = table.lines(findings.map { [Cell($0.grade.rawValue, $0.color), Cell($0.subject), Cell($0.text)] })
        for (line, finding) in zip(lines, findings) {
            Output.line(line)
            if let advice = finding.advice { Output.line("         → \(advice.printable)") }
        }
    }
}

extension Finding {
    fileprivate var color: Style.Color {
        switch grade {
        case .good: .green
        case .warning: .yellow
        case .bad: .red
        }
    }

    fileprivate var json: JSON {
        var object: JSONObject = [
            "grade": .string(grade.rawValue), "subject": .string(subject), "text": .string(text),
        ]
        object["advice"] = advice.map(JSON.string)
        return .object(object)
    }
}
