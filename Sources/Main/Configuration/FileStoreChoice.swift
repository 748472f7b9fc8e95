import Credentials
import FileStorageS3

/// Where the bytes of files are kept: the setting `files`, and for `s3` those that begin with `s3`.
enum FileStoreChoice: Sendable {
    case disk
    case s3(S3Settings)

    private enum Kind: String, CaseIterable { case disk, s3 }

    /// - Parameter environment: of the process; the keys to S3 stand in the variables that AWS's own tools read, and nowhere else.
    init(_ reader: SettingReader, environment: [String: String]) throws(SettingError) {
        guard try reader.choice("files", of: Kind.self) == .s3 else {
            // They may stay in a file for the next time.
            reader.know(["s3.bucket", "s3.region", "s3.endpoint", "s3.prefix"])
            self = .disk
            return
        }
        guard let credentials = AWSCredentials(environment: environment) else {
            throw SettingError(
                setting: "files",
                allowed: "`disk`, unless AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are in the environment"
            )
        }
        let endpoint = try Self.endpoint(reader, environment)
        self = .s3(
            S3Settings(
                bucket: try Self.bucket(reader),
                region: try Self.region(reader, environment, hasEndpoint: endpoint != nil),
                endpoint: endpoint,
                prefix: try Self.prefix(reader),
                credentials: credentials
            )
        )
    }

    /// Three to 63 letters, digits, dots and hyphens
    /// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html).
    private static func bucket(_ reader: SettingReader) throws(SettingError) -> String {
        let bucket = try reader.text("s3.bucket") ?? ""
        guard (3...63).contains(bucket.count), bucket.utf8.allSatisfy({ isPlain($0) || $0 == UInt8(ascii: ".") }) else {
            throw SettingError(setting: "s3.bucket", allowed: "the name of a bucket, with `files` set to `s3`")
        }
        return bucket
    }

    private static func region(
        _ reader: SettingReader,
        _ environment: [String: String],
        hasEndpoint: Bool
    ) throws(SettingError) -> String {
        let names = ["AWS_REGION", "AWS_DEFAULT_REGION"].compactMap { environment[$0] }.filter { !$0.isEmpty }
        // Services that are not AWS's take this one, as a rule.
        let fallback = hasEndpoint ? "us-east-1" : nil
        guard let region = try reader.text("s3.region") ?? names.first ?? fallback, region.utf8.allSatisfy(isPlain)
        else {
            throw SettingError(
                setting: "s3.region",
                allowed: "a region such as `eu-central-1`; AWS_REGION also tells it"
            )
        }
        return region
    }

    private static func endpoint(
        _ reader: SettingReader,
        _ environment: [String: String]
    ) throws(SettingError) -> String? {
        let names = ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"].compactMap { environment[$0] }.filter { !$0.isEmpty }
        guard let endpoint = try reader.text("s3.endpoint") ?? names.first else { return nil }
        let start = ["https://", "http://"].first { endpoint.hasPrefix($0) }
        let host = endpoint.dropFirst(start?.count ?? 0)
        let isHost = host.dropLast(host.hasSuffix("/") ? 1 : 0).utf8.allSatisfy {
            isPlain($0) || ".:[]".utf8.contains($0)
        }
        guard start != nil, !host.isEmpty, isHost else {
            throw SettingError(
                setting: "s3.endpoint",
                allowed: "an address without a path, such as `https://minio.example:9000`"
            )
        }
        return endpoint
    }

    private static func prefix(_ reader: SettingReader) throws(SettingError) -> String {
        let prefix = try reader.text("s3.prefix") ?? "martlet"
        guard prefix.utf8.count <= 200,
            prefix.split(separator: "/", omittingEmptySubsequences: false).allSatisfy({ segment in
                !segment.isEmpty && segment.utf8.allSatisfy { isPlain($0) || $0 == UInt8(ascii: "_") }
            })
        else {
            throw SettingError(
                setting: "s3.prefix",
                allowed: "letters, digits, `-`, `_`, with `/` between parts; at most 200"
            )
        }
        return prefix
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
