import Foundation
import Testing

@testable import Martlet

struct ConfigurationTests {
    @Test(arguments: [
        ("http://host:8787", "http://host:8787"), ("https://host/v1", "https://host"),
        ("https://host/v1/", "https://host"),
        ("https://host//", "https://host"), ("https://host/base/v1", "https://host/base"),
    ])
    func `an address may end in v1 or in slashes`(given: String, meant: String) {
        #expect(Martlet.Configuration(baseURL: given, environment: [:]).baseURL == meant)
    }

    @Test func `names of Martlet go before those of other clients, and empty variables count as absent`() {
        let both = [
            "MARTLET_API_KEY": "ours", "BCTRL_API_KEY": "theirs", "MARTLET_BASE_URL": "",
            "BCTRL_BASE_URL": "https://theirs.example/v1",
        ]
        let configuration = Martlet.Configuration(environment: both)
        #expect(configuration.apiKey == "ours" && configuration.baseURL == "https://theirs.example")
        let other = Martlet.Configuration(environment: ["BCTRL_API_KEY": "k", "BCTRL_API_BASE_URL": "http://other"])
        #expect(other.apiKey == "k" && other.baseURL == "http://other")
    }

    @Test func `the local server's key goes to this machine and to no other`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("bctrl_local\n".utf8).write(to: folder.appendingPathComponent("admin.key"))
        let environment = ["MARTLET_DATA_DIR": folder.path]
        for local in ["http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1"] {
            #expect(Martlet.Configuration(baseURL: local, environment: environment).apiKey == "bctrl_local")
        }
        for foreign in ["https://martlet.example", "http://localhost.example:1", "http://127.0.0.1.example"] {
            #expect(Martlet.Configuration(baseURL: foreign, environment: environment).apiKey == nil)
        }
    }

    @Test func `no text of a client shows its key`() {
        let martlet = Martlet(apiKey: "bctrl_secret", baseURL: "http://localhost:1")
        var dumped = ""
        dump(martlet, to: &dumped)
        for text in ["\(martlet)", "\(martlet.configuration)", String(reflecting: martlet), dumped] {
            #expect(!text.contains("secret"))
        }
    }

    @Test func `a missing key and a wrong address are said by the first call, in words`() async {
        let none = Martlet(Martlet.Configuration(baseURL: "https://martlet.example", environment: [:]))
        await #expect { _ = try await none.auth.whoami() } throws: { error in
            let error = error as? MartletError
            return error?.kind == .authentication && error?.hint == "Set MARTLET_API_KEY."
        }
        for address in ["localhost:8787", "ftp://host", "http://", "http://host?x=1", ""] {
            await #expect { _ = try await Martlet(apiKey: "k", baseURL: address).auth.whoami() } throws: { error in
                (error as? MartletError)?.kind == .configuration
            }
        }
    }
}
