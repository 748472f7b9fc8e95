import CBrowserSpawn
import ChildProcesses
import Foundation
import Glibc
import JSON
import Logging
import Model

/// One launch: folders, process, pipe, first answer.
struct BrowserStart: Sendable {
    let executable: BrowserExecutable
    let request: BrowserRequest
    let configuration: BrowserConfiguration
    let place: BrowserPlace
    let running: RunningBrowsers
    let logger: Logger

    func run(usesSandbox: Bool) async throws(BrowserError) -> BrowserProcess {
        var pipes = try BrowserPipes()
        let (folder, process) = try begin(pipes, usesSandbox: usesSandbox)
        let watcher = watch(process, standardError: pipes.takeErrors())
        return try await connect(pipes, watcher: watcher, folder: folder)
    }

    private func begin(_ pipes: borrowing BrowserPipes, usesSandbox: Bool) throws(BrowserError) -> (RunFolder, pid_t) {
        do throws(BrowserError) {
            let folder = try makeFolder()
            return (folder, try spawn(in: folder, pipes: pipes, usesSandbox: usesSandbox))
        } catch {
            cleanUp()
            running.forget(request.runID)
            throw error
        }
    }

    private var path: String { "\(place.instance.path)/\(request.runID)" }

    private func makeFolder() throws(BrowserError) -> RunFolder {
        if request.keepsProfile, !running.takeProfile(request.runtimeID, for: request.runID) {
            throw .startFailed("The runtime's profile is in use by another run.")
        }
        let kept = request.keepsProfile ? place.profile(of: request.runtimeID) : nil
        return try RunFolder(path: path, keptProfile: kept, owner: place.identity)
    }

    private func spawn(in folder: RunFolder, pipes: borrowing BrowserPipes, usesSandbox: Bool) throws(BrowserError)
        -> pid_t
    {
        let arguments = BrowserArguments(
            executable: executable,
            request: request,
            profileFolder: folder.profile,
            usesSandbox: usesSandbox,
            extra: configuration.extraArguments
        )
        do throws(ChildProcess.Failure) {
            var child = ChildProcess(executable: executable.path, arguments: arguments.all)
            child.environment = folder.environment(inheriting: ProcessInfo.processInfo.environment)
            child.folder = folder.path
            child.user = place.identity
            child.descriptors = pipes.childEnds
            child.announcement = try place.cleaner.open()
            let process = try child.start()
            place.cleaner.knows(process)
            return process
        } catch {
            throw .startFailed("\(executable.path) cannot be started (\(error.stage)): \(error.reason).")
        }
    }

    private func watch(_ process: pid_t, standardError: Int32) -> ProcessWatcher {
        let watcher = ProcessWatcher(process: process, startTimeout: configuration.startTimeout)
        watcher.watch(standardError: standardError) { [place] in
            place.cleaner.forget(process)
        } afterwards: {
            cleanUp()
        }
        return watcher
    }

    private func cleanUp() {
        if let problem = Folder.delete(path) {
            logger.warning(
                "A run folder could not be deleted",
                metadata: ["run.id": "\(request.runID)", "reason": "\(problem)"]
            )
        }
        running.remove(request.runID)
    }

    private func connect(
        _ pipes: consuming BrowserPipes,
        watcher: ProcessWatcher,
        folder: RunFolder
    ) async throws(BrowserError) -> BrowserProcess {
        guard let pipe = await pipes.open() else {
            watcher.signalGroup(SIGKILL)
            throw await failure(of: watcher)
        }
        guard let version = await Self.version(over: pipe), let address = await watcher.address.wait() else {
            watcher.signalGroup(SIGKILL)
            throw await failure(of: watcher)
        }
        watcher.markReady()
        let browser = BrowserProcess(
            transport: pipe,
            address: address,
            version: version,
            downloadFolder: folder.downloads,
            user: place.identity?.id ?? geteuid(),
            watcher: watcher,
            grace: configuration.endGrace
        )
        running.add(browser, of: request.runID)
        return browser
    }

    private func failure(of watcher: ProcessWatcher) async -> BrowserError {
        let exit = await watcher.ended.wait()
        running.forget(request.runID)
        guard watcher.hasTimedOut else { return .startFailed("The browser did not start. \(exit)") }
        let words = exit.lastWords.isEmpty ? "" : " Its last words: \(exit.lastWords)"
        return .startFailed("The browser did not start within \(configuration.startTimeout).\(words)")
    }

    /// The first command of the line, answered as soon as the browser is up; nil when the line closes before.
    private static func version(over pipe: DevToolsPipe) async -> String? {
        pipe.send([UInt8](#"{"id":1,"method":"Browser.getVersion"}"#.utf8))
        while let batch = await pipe.receive() {
            for message in batch {
                guard let reply = try? JSON.parse(message), reply["id"]?.integerValue == 1 else { continue }
                return reply["result"]?["product"]?.stringValue
            }
        }
        return nil
    }
}
