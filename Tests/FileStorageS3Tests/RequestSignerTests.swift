import Credentials
import Testing

@testable import FileStorageS3

/// AWS's own published vectors: the Signature Version 4 test suite, and the examples of the S3 documentation
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html).
@Suite struct RequestSignerTests {
    private static let emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    private func signature(_ signer: RequestSigner, _ request: RequestSigner.Request, at time: String) -> String {
        String(signer.authorization(for: request, at: time).suffix(64))
    }

    private let suite = RequestSigner(
        credentials: AWSCredentials(
            accessKeyID: "AKIDEXAMPLE",
            secretAccessKey: Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
        ),
        region: "us-east-1",
        service: "service"
    )

    private func suiteRequest(_ path: String, _ query: [(name: String, value: String)] = []) -> RequestSigner.Request {
        RequestSigner.Request(
            method: "GET",
            path: path,
            query: query,
            headers: [("Host", "example.amazonaws.com"), ("X-Amz-Date", "20150830T123600Z")],
            bodyHash: Self.emptyHash
        )
    }

    @Test func `get-vanilla of the test suite`() {
        #expect(
            suite.authorization(for: suiteRequest("/"), at: "20150830T123600Z")
                == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                + "SignedHeaders=host;x-amz-date, "
                + "Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
        )
    }

    @Test func `get-vanilla-query-order-key-case of the test suite`() {
        let request = suiteRequest("/", [("Param2", "value2"), ("Param1", "value1")])
        #expect(
            signature(suite, request, at: "20150830T123600Z")
                == "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
        )
    }

    private let documentation = RequestSigner(
        credentials: AWSCredentials(
            accessKeyID: "AKIAIOSFODNN7EXAMPLE",
            secretAccessKey: Secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
        ),
        region: "us-east-1",
        service: "s3"
    )

    @Test func `GET Object with a range, of the S3 documentation`() {
        let request = RequestSigner.Request(
            method: "GET",
            path: "/test.txt",
            headers: [
                ("Host", "examplebucket.s3.amazonaws.com"), ("Range", "bytes=0-9"),
                ("x-amz-content-sha256", Self.emptyHash), ("x-amz-date", "20130524T000000Z"),
            ],
            bodyHash: Self.emptyHash
        )
        #expect(
            signature(documentation, request, at: "20130524T000000Z")
                == "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
        )
    }

    @Test func `PUT Object with a name that is encoded, of the S3 documentation`() {
        let hash = Hex.text(SHA256.digest("Welcome to Amazon S3.".utf8))
        #expect(hash == "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072")
        let request = RequestSigner.Request(
            method: "PUT",
            path: URIEncoding.encode("/test$file.text", keepingSlashes: true),
            headers: [
                ("Host", "examplebucket.s3.amazonaws.com"), ("Date", "Fri, 24 May 2013 00:00:00 GMT"),
                ("x-amz-date", "20130524T000000Z"), ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
                ("x-amz-content-sha256", hash),
            ],
            bodyHash: hash
        )
        #expect(
            signature(documentation, request, at: "20130524T000000Z")
                == "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"
        )
    }

    @Test func `a list with a prefix, of the S3 documentation`() {
        let request = RequestSigner.Request(
            method: "GET",
            path: "/",
            query: [("max-keys", "2"), ("prefix", "J")],
            headers: [
                ("Host", "examplebucket.s3.amazonaws.com"), ("x-amz-date", "20130524T000000Z"),
                ("x-amz-content-sha256", Self.emptyHash),
            ],
            bodyHash: Self.emptyHash
        )
        #expect(
            signature(documentation, request, at: "20130524T000000Z")
                == "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
        )
    }

    @Test func `blanks in a header's value are levelled`() {
        let headers = RequestSigner.canonical([("B", "  a   b "), ("a", "1")])
        #expect(headers.map { "\($0.name):\($0.value)" } == ["a:1", "b:a b"])
    }

    @Test func `credentials show no secret`() throws {
        let environment = ["AWS_ACCESS_KEY_ID": "AK", "AWS_SECRET_ACCESS_KEY": "s3cr3t", "AWS_SESSION_TOKEN": "t0k3n"]
        let credentials = try #require(AWSCredentials(environment: environment))
        #expect(credentials.sessionToken?.value == "t0k3n")
        for text in ["\(credentials)", String(reflecting: credentials)] {
            #expect(!text.contains("s3cr3t") && !text.contains("t0k3n"))
        }
        #expect(AWSCredentials(environment: ["AWS_ACCESS_KEY_ID": "AK", "AWS_SECRET_ACCESS_KEY": ""]) == nil)
    }

    @Test func `a time is told in UTC`() {
        #expect(AmzDate.text(secondsSince1970: 1_440_938_160) == "20150830T123600Z")
    }
}
