import CDP
import Chromium
import Foundation
import Glibc
import JSON
import Model
import Testing

@Suite(.timeLimit(.minutes(3))) struct EndTests {
    @Test func `A missing browser is told with a hint`() async throws {
        try await withLauncher {
            $0.executable = "/nowhere/chromium"
        } _: { launcher, _ in
            let error = await #expect(throws: BrowserError.self) { _ = try await launcher.launch(request()) }
            #expect(error?.code == .notFound)
            #expect(error?.hint?.contains("apt-get install chromium-headless-shell") == true)
        }
    }

    @Test func `A browser that ends at once is told with its last words, and its folder is gone`() async throws {
        let script = try Script("echo 'cannot find libnss3' >&2; exit 3")
        try await withLauncher {
            $0.executable = script.path
        } _: { launcher, root in
            let error = await #expect(throws: BrowserError.self) { _ = try await launcher.launch(request()) }
            #expect(error?.code == .startFailed)
            #expect(error?.message.contains("status 3") == true)
            #expect(error?.message.contains("cannot find libnss3") == true)
            let left = try runFolders(in: root)
            #expect(left.isEmpty)
        }
    }

    @Test func `A browser that never answers is given up`() async throws {
        let script = try Script("echo 'still thinking' >&2; exec sleep 600")
        try await withLauncher {
            $0.executable = script.path
            $0.startTimeout = .milliseconds(200)
        } _: { launcher, root in
            let error = await #expect(throws: BrowserError.self) { _ = try await launcher.launch(request()) }
            #expect(error?.message.contains("within 0.2 seconds") == true)
            #expect(error?.message.contains("still thinking") == true)
            let left = try runFolders(in: root)
            #expect(left.isEmpty)
        }
    }

    @Test func `A program that is no program is refused`() async throws {
        let script = try Script("", head: "garbage")
        try await withLauncher {
            $0.executable = script.path
        } _: { launcher, _ in
            let error = await #expect(throws: BrowserError.self) { _ = try await launcher.launch(request()) }
            #expect(error?.code == .startFailed)
        }
    }

    @Test func `A browser that ignores the polite ways is killed`() async throws {
        try await withLauncher {
            $0.endGrace = .milliseconds(100)
        } _: { launcher, _ in
            let browser = try await launcher.launch(request())
            kill(browser.processID, SIGSTOP)
            await browser.terminate()
            #expect(await browser.exit().cause == .signal(SIGKILL))
            #expect(processes(ofGroup: browser.processID).isEmpty)
        }
    }

    @Test func `Without user namespaces the browser runs without its sandbox`() async throws {
        let browser = "/usr/lib/chromium/chromium-headless-shell"
        let script = try Script(
            """
            case "$*" in *--no-sandbox*) exec \(browser) "$@" ;; esac
            echo '[FATAL:zygote_host_impl_linux.cc] No usable sandbox! Update your kernel' >&2
            exit 1
            """
        )
        try await withLauncher {
            $0.executable = script.path
        } _: { launcher, _ in
            let browser = try await launcher.launch(request())
            let arguments = try commandLine(of: browser.processID)
            #expect(arguments.contains("--no-sandbox"))
        }
    }

    @Test(.enabled(if: geteuid() == 0)) func `No process of a browser is root's`() async throws {
        try await withLauncher { launcher, _ in
            let browser = try await launcher.launch(request())
            let status = try String(contentsOfFile: "/proc/\(browser.processID)/status", encoding: .utf8)
            #expect(status.contains("Groups:\t \n"))
            for process in processes(ofGroup: browser.processID) {
                let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
                #expect(!status.contains("Uid:\t0\t"))
            }
        }
    }

    @Test(.enabled(if: geteuid() == 0)) func `A folder that the browser's user cannot reach is replaced`() async throws
    {
        let closed = "/var/tmp/martlet-closed-\(UUID().uuidString)"
        mkdir(closed, 0o700)
        defer { try? FileManager.default.removeItem(atPath: closed) }
        try await withLauncher {
            $0.root = "\(closed)/browsers"
        } _: { launcher, _ in
            let browser = try await launcher.launch(request())
            #expect(browser.downloadFolder.hasPrefix("/var/tmp/martlet-"))
            #expect(!browser.downloadFolder.hasPrefix(closed))
            let root = URL(fileURLWithPath: browser.downloadFolder).pathComponents.prefix(4).joined(separator: "/")
                .dropFirst()
            await launcher.shutdown()
            try FileManager.default.removeItem(atPath: String(root))
        }
        try await withLauncher {
            $0.root = "\(closed)/browsers"
            $0.parentMayBeOpened = true
        } _: { launcher, _ in
            let browser = try await launcher.launch(request())
            #expect(browser.downloadFolder.hasPrefix(closed))
        }
    }
}
