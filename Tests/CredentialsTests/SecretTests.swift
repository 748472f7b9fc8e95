import Credentials
import Testing

@Suite struct SecretTests {
    @Test func `a SHA-256 digest is that of FIPS 180-4`() {
        let digest = SHA256.digest("abc".utf8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func `random secrets differ and have 43 characters of base64url`() {
        let secrets = (0..<1000).map { _ in Secret.random().value }
        #expect(Set(secrets).count == 1000)
        #expect(
            secrets.allSatisfy { $0.count == 43 && $0.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) } }
        )
    }

    @Test func `API keys are bctrl_ and 40 letters and digits`() {
        let key = Secret.randomAPIKey().value
        #expect(key.hasPrefix("bctrl_") && key.count == 46)
        #expect(key.dropFirst(6).allSatisfy { $0.isLetter || $0.isNumber })
    }

    @Test func `a secret in a text is not shown`() {
        let secret = Secret("open sesame")
        #expect("\(secret) \(String(reflecting: secret))" == "REDACTED REDACTED")
    }

    @Test func `only the same text matches`() {
        #expect(Secret("one").matches("one"))
        #expect(!Secret("one").matches("One"))
        #expect(!Secret("one").matches(""))
    }
}
