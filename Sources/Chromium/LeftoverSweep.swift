import CBrowserSpawn
import Foundation
import Glibc
import Logging

/// Removes what servers have left that were killed together with their guard: browsers and instance folders under one root.
struct LeftoverSweep {
    let root: String
    let logger: Logger

    func run() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        for name in names where name.hasPrefix(InstanceFolder.prefix) {
            let folder = "\(root)/\(name)"
            if InstanceFolder.isAbandoned(folder) { remove(folder) }
        }
    }

    private func remove(_ folder: String) {
        let processes = Self.processes(homeBelow: folder)
        for process in processes { Self.end(process, homeBelow: folder) }
        let problem = Folder.delete(folder)
        logger.notice(
            "Leftovers of an earlier server were removed",
            metadata: ["folder": "\(folder)", "processes": "\(processes.count)", "problem": "\(problem ?? "none")"]
        )
    }

    /// Processes that were started with a home below the folder; no other program has a reason to be.
    static func processes(homeBelow folder: String) -> [pid_t] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { pid_t($0) }.filter { hasHome($0, below: folder) }
    }

    private static func hasHome(_ process: pid_t, below folder: String) -> Bool {
        guard let environment = FileManager.default.contents(atPath: "/proc/\(process)/environ") else { return false }
        return (Data([0]) + environment).range(of: Data("\0HOME=\(folder)/".utf8)) != nil
    }

    /// The descriptor names one process, which is looked at again: a number used anew does no harm. Waits at most two seconds.
    private static func end(_ process: pid_t, homeBelow folder: String) {
        let descriptor = martlet_process_descriptor(process)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard hasHome(process, below: folder), martlet_end_process(descriptor) == 0 else { return }
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&entry, 1, 2000)
    }
}
