import CBrowserSpawn
import ChildProcesses
import Glibc
import Synchronization

/// A small shell beside the server that cleans up after it when it is killed.
///
/// It holds the reading end of a pipe whose writing end only the server has. Browsers announce their process groups through
/// that pipe before they become the browser; when the server is gone, however it went, the pipe ends, and the guard
/// kills the groups it knows and deletes the instance folder.
final class Guard: Sendable {
    private struct State {
        var process: pid_t = 0
        var pipe: Int32 = -1
        var groups: Set<pid_t> = []
    }

    static let script = """
        trap '' HUP INT TERM
        groups=
        while read -r sign group; do
            case $sign in
            +) groups="$groups $group" ;;
            -)
                rest=
                for known in $groups; do [ "$known" = "$group" ] || rest="$rest $known"; done
                groups=$rest
                ;;
            esac
        done
        for group in $groups; do kill -9 "-$group" 2>/dev/null; done
        tries=0
        while [ -e "$1" ] && [ $tries -lt 100 ]; do
            rm -rf -- "$1" 2>/dev/null
            [ -e "$1" ] && sleep 0.1
            tries=$((tries + 1))
        done
        """

    private let folder: String
    private let state = Mutex(State())

    /// - Parameter folder: deleted with all below it when the server is gone.
    init(folder: String) { self.folder = folder }

    /// The descriptor that a browser announces itself on; starts the guard, also again if somebody has ended it.
    func open() throws(ChildProcess.Failure) -> Int32 {
        let outcome = state.withLock { state in
            Result { () throws(ChildProcess.Failure) -> Int32 in
                if state.process > 0, waitpid(state.process, nil, WNOHANG) == 0 { return state.pipe }
                try start(&state)
                return state.pipe
            }
        }
        return try outcome.get()
    }

    private func start(_ state: inout State) throws(ChildProcess.Failure) {
        if state.pipe >= 0 { close(state.pipe) }
        (state.process, state.pipe) = (0, -1)
        var ends: [Int32] = [-1, -1]
        guard martlet_pipe(&ends) == 0 else { throw ChildProcess.Failure(stage: .descriptors, errno: errno) }
        defer { close(ends[0]) }
        let shell = ChildProcess(
            executable: "/bin/sh",
            arguments: ["martlet-guard", "-c", Self.script, "martlet-guard", folder],
            environment: ["PATH": "/usr/bin:/bin"],
            folder: "/",
            descriptors: [ends[0], -1, -1, -1, -1]
        )
        do throws(ChildProcess.Failure) {
            state.process = try shell.start()
        } catch {
            close(ends[1])
            throw error
        }
        state.pipe = ends[1]
        for group in state.groups { Self.write("+ \(group)\n", to: state.pipe) }
    }

    func knows(_ group: pid_t) { state.withLock { _ = $0.groups.insert(group) } }

    /// The group has been killed; must be called before its leader is reaped, while its number cannot be another's.
    func forget(_ group: pid_t) {
        state.withLock { state in
            guard state.groups.remove(group) != nil else { return }
            Self.write("- \(group)\n", to: state.pipe)
        }
    }

    /// Ends the guard, which then deletes the folder, and waits for it.
    func end() {
        let process = state.withLock { state in
            if state.pipe >= 0 { close(state.pipe) }
            defer { state = State() }
            return state.process
        }
        if process > 0 { _ = ChildProcess.reap(process) }
    }

    /// The process of the shell, for tests and measurements.
    var process: pid_t { state.withLock { $0.process } }

    /// A line is shorter than the pipe's atomic size. A guard that has died is started again by `open()`.
    private static func write(_ line: String, to pipe: Int32) {
        guard pipe >= 0 else { return }
        var line = line
        line.withUTF8 { bytes in _ = Glibc.write(pipe, bytes.baseAddress, bytes.count) }
    }
}
