import Credentials

/// Signs requests by AWS Signature Version 4
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
struct RequestSigner: Sendable {
    let credentials: AWSCredentials
    let region: String
    let service: String

    /// What is signed of a request.
    struct Request {
        var method: String
        /// Encoded as it is sent, from the first slash.
        var path: String
        /// Encoded names and values, in any order.
        var query: [(name: String, value: String)] = []
        /// All that are signed, `host` among them.
        var headers: [(name: String, value: String)] = []
        /// Lowercase hexadecimal SHA-256 of the body.
        var bodyHash: String
    }

    /// The value of the header `Authorization`.
    /// - Parameter time: as in the header `x-amz-date`, `20150830T123600Z`.
    func authorization(for request: Request, at time: String) -> String {
        let headers = Self.canonical(request.headers)
        let scope = "\(time.prefix(8))/\(region)/\(service)/aws4_request"
        let text = stringToSign(request, headers, scope: scope, at: time)
        let signature = Hex.text(HMAC.sha256(Array(text.utf8), key: key(of: String(time.prefix(8)))))
        return "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/\(scope), "
            + "SignedHeaders=\(headers.map(\.name).joined(separator: ";")), Signature=\(signature)"
    }

    func stringToSign(
        _ request: Request,
        _ headers: [(name: String, value: String)],
        scope: String,
        at time: String
    ) -> String {
        let hash = Hex.text(SHA256.digest(Self.canonicalRequest(request, headers).utf8))
        return "AWS4-HMAC-SHA256\n\(time)\n\(scope)\n\(hash)"
    }

    static func canonicalRequest(_ request: Request, _ headers: [(name: String, value: String)]) -> String {
        let query = request.query.sorted { ($0.name, $0.value) < ($1.name, $1.value) }
        return [
            request.method, request.path, query.map { "\($0.name)=\($0.value)" }.joined(separator: "&"),
            headers.map { "\($0.name):\($0.value)\n" }.joined(), headers.map(\.name).joined(separator: ";"),
            request.bodyHash,
        ].joined(separator: "\n")
    }

    /// Lowercase names in their order; values without blanks around them, one blank for several.
    static func canonical(_ headers: [(name: String, value: String)]) -> [(name: String, value: String)] {
        headers.map { header in
            let value = header.value.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
            return (header.name.lowercased(), value)
        }.sorted { $0.name < $1.name }
    }

    private func key(of day: String) -> [UInt8] {
        let first = Array("AWS4\(credentials.secretAccessKey.value)".utf8)
        return [day, region, service, "aws4_request"].reduce(first) { HMAC.sha256(Array($1.utf8), key: $0) }
    }
}

/// Bytes as lowercase hexadecimal digits.
enum Hex {
    private static let digits = Array("0123456789abcdef".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
