import CDP
import Chromium
import Glibc
import JSON
import Model
import Testing

@Suite(.timeLimit(.minutes(3))) struct ProfileTests {
    private let write = "document.cookie = 'taste=sweet; max-age=3600'; localStorage.setItem('colour', 'blue'); 1"
    private let read = "`${document.cookie} ${localStorage.getItem('colour')}`"

    @Test(arguments: [true, false]) func `A profile is kept if asked, else it goes with the run`(isKept: Bool)
        async throws
    {
        let site = try Site()
        try await withLauncher { launcher, _ in
            let runtime = RuntimeID()
            let first = try await launcher.launch(request(keepsProfile: isKept, runtime: runtime))
            let page = try await PageClient(first)
            try await page.open(site.address)
            #expect(try await page.evaluate(write) == 1)
            await first.terminate()
            let second = try await launcher.launch(request(keepsProfile: isKept, runtime: runtime))
            let again = try await PageClient(second)
            try await again.open(site.address)
            #expect(try await again.evaluate(read) == (isKept ? "taste=sweet blue" : " null"))
        }
    }

    @Test func `A kept profile survives a killed browser and is deleted on request`() async throws {
        try await withLauncher { launcher, root in
            let runtime = RuntimeID()
            let first = try await launcher.launch(request(keepsProfile: true, runtime: runtime))
            await #expect(throws: BrowserError.self) {
                _ = try await launcher.launch(request(keepsProfile: true, runtime: runtime))
            }
            kill(first.processID, SIGKILL)
            _ = await first.exit()
            let second = try await launcher.launch(request(keepsProfile: true, runtime: runtime))
            await second.terminate()
            #expect(access("\(root)/profiles/\(runtime)", F_OK) == 0)
            await launcher.deleteFolders(of: runtime)
            #expect(access("\(root)/profiles/\(runtime)", F_OK) != 0)
        }
    }

    @Test func `Requests go through the proxy, loopback ones too`() async throws {
        let proxy = try Site()
        try await withLauncher { launcher, _ in
            let server = ProxyServer(scheme: .http, host: "127.0.0.1", port: proxy.port)
            let browser = try await launcher.launch(request(proxy: server))
            let page = try await PageClient(browser)
            for address in ["http://127.0.0.1:8099/", "http://far.example/"] {
                try await page.open(address)
                #expect(try await page.evaluate("document.title") == "Site")
            }
        }
    }
}
