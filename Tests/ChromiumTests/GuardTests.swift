import ChildProcesses
import Foundation
import Glibc
import Logging
import Model
import Testing

@testable import Chromium

@Suite(.timeLimit(.minutes(3))) struct GuardTests {
    @Test func `When the server's end of the pipe closes, browsers die and the folder goes`() async throws {
        let folder = try makeFolder()
        let warden = Guard(folder: folder)
        let announcement = try warden.open()
        let shell = ChildProcess(
            executable: "/bin/sh",
            arguments: ["sh", "-c", "sleep 600 & sleep 600"],
            environment: ["PATH": "/usr/bin:/bin"],
            announcement: announcement
        )
        let victim = try shell.start()
        let other = ChildProcess(executable: "/bin/sleep", arguments: ["sleep", "600"])
        let spared = try other.start()
        #expect(try await eventually { processes(ofGroup: victim).count == 3 })
        warden.end()
        #expect(ChildProcess.reap(victim) == 128 + SIGKILL)
        #expect(access(folder, F_OK) != 0)
        #expect(kill(spared, 0) == 0)
        kill(spared, SIGKILL)
        _ = ChildProcess.reap(spared)
    }

    @Test func `A forgotten group is left alone, and a guard that was killed starts anew and knows the rest`()
        async throws
    {
        let folder = try makeFolder()
        let warden = Guard(folder: folder)
        let (first, second) = (try sleeper(warden), try sleeper(warden))
        warden.forget(first)
        let shell = warden.process
        kill(shell, SIGKILL)
        #expect(try await eventually { (try? warden.open()) != nil && warden.process != shell })
        warden.end()
        #expect(ChildProcess.reap(second) == 128 + SIGKILL)
        #expect(kill(first, 0) == 0)
        kill(first, SIGKILL)
        _ = ChildProcess.reap(first)
    }

    @Test func `A guard uses little memory`() throws {
        let warden = Guard(folder: try makeFolder())
        _ = try warden.open()
        defer { warden.end() }
        let status = try String(contentsOfFile: "/proc/\(warden.process)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
        let kilobytes = try #require(Int(line.split(separator: " ").dropLast().last.map(String.init) ?? ""))
        #expect(kilobytes < 4096)
    }

    @Test func `A start removes what a killed server has left, but not what a living one uses`() async throws {
        try await withLauncher { launcher, root in
            let living = try await launcher.launch(request())
            let dead = "\(root)/instance-dead"
            mkdir(dead, 0o711)
            #expect(FileManager.default.createFile(atPath: "\(dead)/.lock", contents: nil))
            let left = try ChildProcess(
                executable: "/bin/sleep",
                arguments: ["sleep", "600"],
                environment: ["HOME": "\(dead)/run/home"]
            ).start()
            // The kernel shows the environment of a program a moment after it began.
            while LeftoverSweep.processes(homeBelow: dead).isEmpty { await Task.yield() }
            let second = BrowserLauncher(BrowserConfiguration(root: root), logger: Logger(label: "test"))
            try await second.prepare()
            #expect(LeftoverSweep.processes(homeBelow: dead).isEmpty)
            kill(left, SIGTERM)
            #expect(ChildProcess.reap(left) == 128 + SIGKILL)
            #expect(access(dead, F_OK) != 0)
            #expect(access(living.downloadFolder, F_OK) == 0)
            #expect(kill(living.processID, 0) == 0)
            await second.shutdown()
            #expect(access(living.downloadFolder, F_OK) == 0)
        }
    }

    private func makeFolder() throws -> String {
        let folder = "/var/tmp/martlet-guard-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: "\(folder)/a/b", withIntermediateDirectories: true)
        return folder
    }

    private func sleeper(_ warden: Guard) throws -> Int32 {
        var child = ChildProcess(executable: "/bin/sleep", arguments: ["sleep", "600"])
        child.announcement = try warden.open()
        let process = try child.start()
        warden.knows(process)
        return process
    }
}
