/// Where the blobs of a server are kept.
public struct S3Settings: Sendable {
    /// The bucket's name. It must be there.
    public var bucket: String
    /// The region that is signed for, such as `eu-central-1`.
    public var region: String
    /// `https://minio.example:9000`, without a path, for a service that is not AWS's own; nil for AWS.
    public var endpoint: String?
    /// What every key begins with, without slashes around it: `martlet`. One server's alone.
    public var prefix: String
    public var credentials: AWSCredentials

    public init(
        bucket: String,
        region: String,
        endpoint: String? = nil,
        prefix: String = "martlet",
        credentials: AWSCredentials
    ) {
        self.bucket = bucket
        self.region = region
        self.endpoint = endpoint
        self.prefix = prefix
        self.credentials = credentials
    }

    /// The address of the bucket: in the host for AWS, in the path for other services and for names with dots, which no
    /// certificate of AWS's covers.
    var address: (base: String, host: String, path: String) {
        if let endpoint {
            let base = endpoint.hasSuffix("/") ? String(endpoint.dropLast()) : endpoint
            let host = base.drop { $0 != ":" }.dropFirst(3)
            return (base, String(host), "/\(bucket)")
        }
        let host = "s3.\(region).amazonaws.com"
        guard !bucket.contains(".") else { return ("https://\(host)", host, "/\(bucket)") }
        return ("https://\(bucket).\(host)", "\(bucket).\(host)", "")
    }
}
