import Credentials
import FileStorage
import Glibc
import NIOCore

/// Calls of the S3 API (https://docs.aws.amazon.com/AmazonS3/latest/API/), each signed, and repeated where that may help.
///
/// All calls here may be repeated safely. Tries: ``tries``, after an answer of 429 or 5xx or none at all, with growing pauses; one in a task that is
/// cancelled.
struct S3Client: Sendable {
    static let tries = 4

    let settings: S3Settings
    private let signer: RequestSigner

    init(_ settings: S3Settings) {
        self.settings = settings
        signer = RequestSigner(credentials: settings.credentials, region: settings.region, service: "s3")
    }

    /// A call to the bucket, or to an object in it.
    struct Call {
        var method: HTTPExchange.Method
        /// Below the bucket, unencoded; empty for the bucket itself.
        var key = ""
        var query: [(name: String, value: String)] = []
        var headers: [(name: String, value: String)] = []
        var body = ByteBuffer()
        var maximumAnswer = 4 * 1024 * 1024
        /// Statuses that are an answer; others are errors.
        var allowed: Set<Int> = [200]
    }

    private enum Outcome {
        case answer(HTTPAnswer)
        case refusal(BlobError)
        /// It may go better another time.
        case failure(BlobError)
    }

    /// - Throws: `missing` for an object that is not there, else `unavailable` with the service's own code and message.
    func perform(_ call: Call) async throws(BlobError) -> HTTPAnswer {
        var last = BlobError(.unavailable, "The S3 service was not asked.")
        for attempt in 0..<Self.tries {
            if attempt > 0 { await Self.pause(before: attempt) }
            switch await ask(call) {
            case .answer(let answer): return answer
            case .refusal(let error): throw error
            case .failure(let error): last = error
            }
            if Task.isCancelled { break }
        }
        throw last
    }

    private func ask(_ call: Call) async -> Outcome {
        do throws(HTTPFailure) {
            let answer = try await HTTPTransport.perform(signed(call))
            if call.allowed.contains(answer.status) { return .answer(answer) }
            let error = S3Problem(answer).error(call, settings)
            return answer.status == 429 || answer.status >= 500 ? .failure(error) : .refusal(error)
        } catch {
            let message = "The S3 service at \(settings.address.base) did not answer: \(error.message)."
            return .failure(BlobError(.unavailable, message))
        }
    }

    /// 0.2, 0.8 and 3.2 seconds, and up to half as much by chance, so that many callers do not come back at one moment.
    private static func pause(before attempt: Int) async {
        let milliseconds = 200 << (2 * (attempt - 1))
        try? await Task.sleep(for: .milliseconds(milliseconds + Int.random(in: 0...(milliseconds / 2))))
    }

    private func signed(_ call: Call) -> HTTPExchange {
        let address = settings.address
        let path = call.key.isEmpty ? address.path + (address.path.isEmpty ? "/" : "") : "\(address.path)/\(call.key)"
        let encodedPath = URIEncoding.encode(path, keepingSlashes: true)
        let query = call.query.map { (name: URIEncoding.encode($0.name), value: URIEncoding.encode($0.value)) }
        let time = AmzDate.text(secondsSince1970: Int64(Glibc.time(nil)))
        let bodyHash = Hex.text(SHA256.digest(call.body.readableBytesView))
        var headers = call.headers + [("host", address.host), ("x-amz-content-sha256", bodyHash), ("x-amz-date", time)]
        if let token = settings.credentials.sessionToken { headers.append(("x-amz-security-token", token.value)) }
        let request = RequestSigner.Request(
            method: call.method.rawValue,
            path: encodedPath,
            query: query,
            headers: headers,
            bodyHash: bodyHash
        )
        headers.append(("Authorization", signer.authorization(for: request, at: time)))
        let suffix = query.isEmpty ? "" : "?" + query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
        return HTTPExchange(
            method: call.method,
            url: address.base + encodedPath + suffix,
            headers: headers,
            body: call.body,
            maximumAnswer: call.maximumAnswer
        )
    }
}
