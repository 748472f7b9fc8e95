import FileStorage
import NIOHTTP1

/// An answer of an S3 service that is an error, in words that say what to do.
struct S3Problem {
    let status: Int
    /// The service's own, such as `NoSuchBucket`; a HEAD has none.
    let code: String?
    let message: String?
    /// Where the bucket is, when the answer tells.
    let region: String?

    init(_ answer: HTTPAnswer) {
        status = answer.status
        let text = answer.text
        code = XMLText.first("Code", in: text)
        message = XMLText.first("Message", in: text)
        region = answer.headers.first(name: "x-amz-bucket-region")
    }

    func error(_ call: S3Client.Call, _ settings: S3Settings) -> BlobError {
        let said = [code, message].compactMap { $0 }.joined(separator: ", ")
        let told = said.isEmpty ? "status \(status)" : "status \(status): \(said.prefix(300))"
        switch status {
        case 404 where !call.key.isEmpty && code != "NoSuchBucket":
            return BlobError(.missing, "The bucket \(settings.bucket) has no such object.")
        case 404:
            return BlobError(
                .unavailable,
                "There is no bucket \(settings.bucket) at \(settings.address.base). Make it, or set s3.bucket."
            )
        case 301, 307,
            400 where region != nil && region != settings.region:
            return BlobError(
                .unavailable,
                "The bucket \(settings.bucket) is in the region \(region ?? "of another name"), not \(settings.region). Set s3.region."
            )
        case 401, 403:
            return BlobError(
                .unavailable,
                "The S3 service refuses these credentials for the bucket \(settings.bucket) (\(told)). "
                    + "See AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and the bucket's policy."
            )
        case 507: return BlobError(.full, "The S3 service is full (\(told)).")
        default: return BlobError(.unavailable, "The S3 service at \(settings.address.base) answered with \(told).")
        }
    }
}

/// Reads texts out of the small, flat XML that S3 services answer with. No parser: no entity of a document's own, no nesting.
enum XMLText {
    static func first(_ name: String, in text: some StringProtocol) -> String? { all(name, in: text).first }

    /// The contents of all elements of a name, in their order, unescaped.
    static func all(_ name: String, in text: some StringProtocol) -> [String] {
        sections(name, in: text).map { section in
            var value = String(section)
            for (escape, character) in [
                ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&#34;", "\""),
                ("&amp;", "&"),
            ] { value = value.replacing(escape, with: character) }
            return value
        }
    }

    /// The same, as they stand, for elements that hold others.
    static func sections(_ name: String, in text: some StringProtocol) -> [Substring] {
        var found: [Substring] = []
        var rest = Substring(text)
        while let open = rest.firstRange(of: "<\(name)>") {
            rest = rest[open.upperBound...]
            guard let close = rest.firstRange(of: "</\(name)>") else { break }
            found.append(rest[..<close.lowerBound])
            rest = rest[close.upperBound...]
        }
        return found
    }
}
