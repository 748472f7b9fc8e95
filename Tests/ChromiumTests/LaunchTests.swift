import CDP
import Chromium
import Foundation
import Glibc
import JSON
import Model
import Testing

@Suite(.timeLimit(.minutes(3))) struct LaunchTests {
    @Test func `A browser starts, answers on pipe and port, and leaves nothing behind`() async throws {
        try await withLauncher { launcher, root in
            let browser = try await launcher.launch(request())
            #expect(browser.version.contains("Chrome/"))
            #expect(browser.browserPath.hasPrefix("/devtools/browser/"))
            let page = try await PageClient(browser)
            #expect(try await page.evaluate("6 * 7") == 42)
            #expect(access(browser.downloadFolder, F_OK) == 0)
            #expect(processes(ofGroup: browser.processID).count > 2)
            await browser.terminate()
            #expect(processes(ofGroup: browser.processID).isEmpty)
            #expect(access(browser.downloadFolder, F_OK) != 0)
            let exit = await browser.exit()
            #expect(exit.cause == .status(0))
            #expect(exit.wasAsked)
            await browser.terminate()
        }
    }

    @Test func `A killed browser takes its helpers along and tells the signal`() async throws {
        try await withLauncher { launcher, _ in
            let browser = try await launcher.launch(request())
            kill(browser.processID, SIGKILL)
            async let other = browser.exit()
            let exit = await browser.exit()
            #expect(exit.cause == .signal(SIGKILL))
            #expect(!exit.wasAsked)
            #expect(await other == exit)
            #expect(processes(ofGroup: browser.processID).isEmpty)
            #expect(access(browser.downloadFolder, F_OK) != 0)
            while await browser.transport.receive() != nil {}
        }
    }

    @Test(arguments: [Viewport(), Viewport(width: 801, height: 333), Viewport(width: 200, height: 200)])
    func `The page has exactly the size that was asked for`(viewport: Viewport) async throws {
        try await withLauncher { launcher, _ in
            let browser = try await launcher.launch(request(viewport: viewport))
            let page = try await PageClient(browser)
            #expect(
                try await page.evaluate("`${innerWidth} ${innerHeight}`")
                    == .string("\(viewport.width) \(viewport.height)")
            )
        }
    }

    @Test func `Ten browsers start at once`() async throws {
        try await withLauncher { launcher, _ in
            let browsers = try await withThrowingTaskGroup(of: BrowserProcess.self) { group in
                for _ in 0..<10 { group.addTask { try await launcher.launch(request()) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(browsers.map(\.port)).count == 10)
            await launcher.shutdown()
            for browser in browsers { #expect(processes(ofGroup: browser.processID).isEmpty) }
        }
    }
}
